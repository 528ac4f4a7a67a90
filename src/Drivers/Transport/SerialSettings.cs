namespace EdgeGateway.Drivers.Transport;

/// <summary>How a serial line is set.</summary>
/// <param name="Port">A device node, best its name below <c>/dev/serial/by-id</c>, or <c>tcp://host:port</c> of a serial server in raw mode.</param>
public sealed record SerialSettings(string Port)
{
    /// <summary>Bits a second, one of those that termios knows; without effect on a serial server.</summary>
    public int BaudRate { get; init; } = 115_200;

    /// <summary>7 or 8.</summary>
    public int DataBits { get; init; } = 8;

    public SerialParity Parity { get; init; } = SerialParity.None;

    /// <summary>1 or 2.</summary>
    public int StopBits { get; init; } = 1;

    /// <summary>RTS/CTS flow control.</summary>
    public bool HardwareFlow { get; init; }

    /// <summary>Level of DTR while open; a line that drops it may reset the device. Null leaves it alone.</summary>
    public bool? Dtr { get; init; }

    /// <summary>Level of RTS while open, without hardware flow control; null leaves it alone.</summary>
    public bool? Rts { get; init; }
}
