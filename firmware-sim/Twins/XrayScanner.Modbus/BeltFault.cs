namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>What may be wrong with one answer.</summary>
public enum BeltFault
{
    None,

    /// <summary>It takes its time, and nothing else is answered meanwhile.</summary>
    Slow,

    /// <summary>It comes when nobody waits for it any more; what is asked meanwhile is answered before it. On a line as <see cref="Slow"/>.</summary>
    Late,

    /// <summary>It carries another transaction id. On a line: another unit's address.</summary>
    WrongTransaction,

    /// <summary>It is another unit's.</summary>
    WrongUnit,

    /// <summary>Exception 02, illegal address.</summary>
    IllegalAddress,

    /// <summary>Exception 04, device failure.</summary>
    DeviceFailure,

    /// <summary>Exception 06, busy.</summary>
    Busy,

    /// <summary>It breaks off; over TCP the connection does too.</summary>
    Cut,

    /// <summary>A checksum that is not right. Over TCP, where there is none: another protocol's number.</summary>
    Checksum,

    /// <summary>Bytes that are no frame, in front of the right answer.</summary>
    Noise,

    /// <summary>None at all.</summary>
    Silence,
}
