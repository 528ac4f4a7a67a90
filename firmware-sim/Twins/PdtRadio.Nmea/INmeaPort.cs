namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>Where the receiver's line goes.</summary>
public interface INmeaPort : IDisposable
{
    /// <summary>Says bytes to whoever listens.</summary>
    /// <returns>True when somebody has the line open and all bytes went into it.</returns>
    bool Say(ReadOnlySpan<byte> bytes);

    /// <summary>Cuts the line until the next <see cref="Say"/>.</summary>
    void Cut();
}
