package org.fourfold.node.shell.web;

import org.fourfold.node.shell.Assets;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.SecurityHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Scripts, styles and pictures, at addresses that change with their content. */
@Controller
public class StaticFiles {

    private final Assets assets;

    public StaticFiles(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.PREFIX + "{hash}/{*name}")
    public ResponseEntity<byte[]> file(@PathVariable String hash, @PathVariable String name) {
        Assets.Asset asset = assets.find(hash, name.substring(1)).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, SecurityHeaders.KEEP_FOR_EVER)
                .header(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .body(asset.bytes());
    }
}
