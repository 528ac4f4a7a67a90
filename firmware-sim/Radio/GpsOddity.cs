namespace EdgeGateway.Sim.Radio;

/// <summary>What receivers of the field get wrong (pdt-radio.md section 15, Q11 and Q12).</summary>
public enum GpsOddity
{
    None,

    /// <summary>Status A, a position, and NUL bytes where time, date, speed and course belong (V019).</summary>
    NoTime,

    /// <summary>Status A and a position of 0/0.</summary>
    Zero,

    /// <summary>Status V: no fix, everything else NUL.</summary>
    NoFix,

    /// <summary>A date 1024 weeks ago.</summary>
    Weeks,
}
