/**
 * The ground a node stands on: its home folder ({@link org.fourfold.node.ground.Home}), PostgreSQL as a durable child
 * process or as the organisation's own server, the database roles, one pool a module, the migrations.
 *
 * <p>It promises that what was acknowledged survives {@code kill -9} of the node and of PostgreSQL, and that one process
 * at a time holds a home and a database. It refuses a server that does not keep what it acknowledges, a home that another
 * process holds, a schema newer than this program. It knows no table of any module.
 *
 * <p>Start reading at {@link org.fourfold.node.ground.Ground}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"frame"})
package org.fourfold.node.ground;

import org.jspecify.annotations.NullMarked;
