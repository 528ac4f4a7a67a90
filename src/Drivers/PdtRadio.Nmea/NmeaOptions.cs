using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>Settings of one satellite receiver.</summary>
public sealed record NmeaOptions
{
    /// <summary>The serial line, or the serial server; default 9600 baud.</summary>
    public required SerialSettings Line { get; init; }

    /// <summary>24-bit id of the radio that the receiver belongs to, 1 to 16,777,215; null for the site's own.</summary>
    public long? Radio { get; init; }

    /// <summary>How that id becomes a user number; default none.</summary>
    public NumberRule Numbers { get; init; } = NumberRule.None;

    /// <summary>Least time between two readings, 100 ms to 1 h; default 1 s. That a fix was lost or found is told at once.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So long without a good sentence ends the conversation, 2 s to 10 min; default 10 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the receiver's time is held against the gateway's clock; default yes.</summary>
    public bool ClockWatch { get; init; } = true;
}
