using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Barcodes;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>Settings of one bar code reader.</summary>
public sealed record BarcodeReaderOptions
{
    /// <summary>The serial line, or the reader's own TCP port or a serial server as <c>tcp://host:port</c>; default 9600 baud.</summary>
    public required SerialSettings Line { get; init; }

    /// <summary>What stands around a code.</summary>
    public CodeFormat Format { get; init; } = new();

    /// <summary>Default <see cref="BarcodeRole.Tunnel"/>.</summary>
    public BarcodeRole Role { get; init; } = BarcodeRole.Tunnel;

    /// <summary>Whether a scan at the counter proves that the sender's real name was verified; only with <see cref="BarcodeRole.Acceptance"/>, default no.</summary>
    public bool Verifies { get; init; }

    /// <summary>The same code again within so long of its last reading is the same parcel still in view, 0 to 60 s; default 2 s, 0 tells every reading.</summary>
    public TimeSpan Repeat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>With a heartbeat: so long without any line ends the conversation, 2 s to 1 h; default 30 s. A reader without one may be silent for ever.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);
}
