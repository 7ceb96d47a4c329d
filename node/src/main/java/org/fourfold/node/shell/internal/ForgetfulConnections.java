package org.fourfold.node.shell.internal;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/**
 * Tomcat keeps the buffers of a closed connection for the next one, and in them the page that was shown last. Here each
 * connection has its own, and they go with it.
 */
final class ForgetfulConnections implements TomcatConnectorCustomizer {

    @Override
    public void customize(Connector connector) {
        connector.setProperty("socket.bufferPool", "0");
    }
}
