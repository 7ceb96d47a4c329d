package org.fourfold.node.access.web;

import java.util.List;
import org.fourfold.node.access.Device;

/** Paired devices; with {@code address}, a pairing that was just opened, shown this once. */
public record DevicesPage(List<Device> devices, String address, String picture, String fingerprint) {

    public DevicesPage {
        devices = List.copyOf(devices);
    }
}
