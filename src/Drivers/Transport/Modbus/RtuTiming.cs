namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// Times of a line. The 1.5 characters that may lie inside a frame cannot be seen through USB adapters, serial servers and a kernel
/// that has other work: a frame is known by its length and check sum, and a silence ends it only when it is far longer.
/// </summary>
internal sealed class RtuTiming
{
    /// <summary>Start bit, 8 data bits, parity or a second stop bit, stop bit.</summary>
    private const int BitsOfACharacter = 11;

    /// <summary>A serial server does not tell how fast its line is.</summary>
    private const int SlowestServer = 1_200;

    private static readonly TimeSpan s_leastGap = TimeSpan.FromMilliseconds(1.75);
    private static readonly TimeSpan s_leastSilence = TimeSpan.FromMilliseconds(100);

    private readonly double _character;

    public RtuTiming(SerialSettings line)
    {
        bool isServer = Serial.SerialPortName.IsServer(line.Port);
        _character = (double)BitsOfACharacter / (isServer ? SlowestServer : line.BaudRate);

        // Behind a serial server the way there and back is longer than any gap; 3.5 characters of its line cannot be kept from here.
        Gap = Longer(s_leastGap, isServer ? TimeSpan.Zero : TimeSpan.FromSeconds(3.5 * _character));
        Silence = Longer(s_leastSilence, isServer ? TimeSpan.Zero : TimeSpan.FromSeconds(20 * _character));
    }

    /// <summary>From the last byte of one frame to the first of the next.</summary>
    public TimeSpan Gap { get; }

    /// <summary>What came before it and what comes after it are not one frame.</summary>
    public TimeSpan Silence { get; }

    public TimeSpan Transmission(int bytes) => TimeSpan.FromSeconds(bytes * _character);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
