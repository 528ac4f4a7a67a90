namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>What is wrong with one fix.</summary>
public enum NmeaOddity
{
    None,

    /// <summary>A fix without time and date.</summary>
    NoTime,

    /// <summary>A fix at zero and zero.</summary>
    Zero,

    /// <summary>No fix; the time is there.</summary>
    NoFix,
}
