package org.fourfold.ledger.bag;

/** Ends a check at its first fault. */
public final class FaultException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.code(), null, false, false);
        this.fault = fault;
    }

    /** At a path of the bag. */
    public static FaultException at(String code, String path) {
        return new FaultException(new Fault(code, Octets.place(path)));
    }

    /** At no path. */
    public static FaultException of(String code) {
        return new FaultException(new Fault(code, Fault.NOWHERE));
    }

    public Fault fault() {
        return fault;
    }
}
