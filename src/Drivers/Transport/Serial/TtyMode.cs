using System.Runtime.InteropServices;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>From settings to <c>struct termios</c> of Linux: four words of flags, a byte, 32 control characters, two speeds; 60 bytes.</summary>
internal static class TtyMode
{
    public const int Length = 60;

    private const int ControlCharacters = 17;
    private const int Time = ControlCharacters + 5;
    private const int Least = ControlCharacters + 6;

    private const uint SevenBits = 0x20;
    private const uint EightBits = 0x30;
    private const uint TwoStopBits = 0x40;
    private const uint Receiver = 0x80;
    private const uint ParityBit = 0x100;
    private const uint OddParity = 0x200;
    private const uint DropOnClose = 0x400;
    private const uint NoModem = 0x800;
    private const uint ReadyToSend = 0x8000_0000;
    private const uint StickyParity = 0x4000_0000;
    private const uint CheckParity = 0x10;

    /// <summary>What of the control flags our settings decide.</summary>
    private const uint Ours = EightBits | TwoStopBits | ParityBit | OddParity | ReadyToSend;

    private static readonly Dictionary<int, uint> s_speeds = new()
    {
        [1_200] = 0x9,
        [1_800] = 0xa,
        [2_400] = 0xb,
        [4_800] = 0xc,
        [9_600] = 0xd,
        [19_200] = 0xe,
        [38_400] = 0xf,
        [57_600] = 0x1001,
        [115_200] = 0x1002,
        [230_400] = 0x1003,
        [460_800] = 0x1004,
        [500_000] = 0x1005,
        [576_000] = 0x1006,
        [921_600] = 0x1007,
    };

    /// <summary>Every rate that can be set.</summary>
    public static IReadOnlyCollection<int> Rates => s_speeds.Keys;

    /// <summary>Raw bytes, a read returns with the first one, the modem lines are not waited for; and then our settings.</summary>
    public static void Apply(Span<byte> termios, SerialSettings settings)
    {
        var flags = MemoryMarshal.Cast<byte, uint>(termios[..16]);
        flags[0] = settings.Parity == SerialParity.None ? 0 : CheckParity;
        flags[1] = 0;
        flags[2] = (flags[2] & ~(Ours | StickyParity)) | Receiver | NoModem | Control(settings);
        flags[3] = 0;
        termios[Time] = 0;
        termios[Least] = 1;
        if (settings.Dtr is not null || settings.Rts is not null)
        {
            // Q19: closing would drop the lines that somebody wants to stand, and reset the device.
            flags[2] &= ~DropOnClose;
        }

        _ = Libc.SetSpeed(termios, s_speeds[settings.BaudRate]);
    }

    /// <summary>tcsetattr is content when it could set any of it; this looks whether it set all.</summary>
    public static bool Matches(ReadOnlySpan<byte> termios, SerialSettings settings)
    {
        var flags = MemoryMarshal.Cast<byte, uint>(termios);
        return (flags[2] & Ours) == Control(settings) && flags[14] == s_speeds[settings.BaudRate];
    }

    private static uint Control(SerialSettings settings) =>
        (settings.DataBits == 7 ? SevenBits : EightBits)
        | (settings.StopBits == 2 ? TwoStopBits : 0)
        | (settings.HardwareFlow ? ReadyToSend : 0)
        | settings.Parity switch { SerialParity.Even => ParityBit, SerialParity.Odd => ParityBit | OddParity, _ => 0 };
}
