package org.fourfold.node.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.Room;
import org.springframework.web.servlet.HandlerInterceptor;

/** A room that this kind of organisation does not have answers as if it had never been written. */
public final class RoomGuard implements HandlerInterceptor {

    private final House house;

    public RoomGuard(House house) {
        this.house = house;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Room.guarding(request.getRequestURI())
                .filter(room -> !house.rooms().contains(room))
                .ifPresent(room -> {
                    throw new NotFoundException();
                });
        return true;
    }
}
