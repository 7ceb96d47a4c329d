package org.fourfold.command;

/** What Tomcat keeps in this JVM of the first node that ran in it: the folder that it would make again for the next. */
final class TomcatHome {

    private TomcatHome() {}

    /** To be called before the folder of a node that ran in this JVM is removed for good. */
    static void forget() {
        System.clearProperty("catalina.home");
    }
}
