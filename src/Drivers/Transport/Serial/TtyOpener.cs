using System.Runtime.InteropServices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>Opens a tty, for us alone, and sets it.</summary>
internal static class TtyOpener
{
    // O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    private const int OpenFlags = 0x2 | 0x100 | 0x800 | 0x80000;
    private const nuint MakeExclusive = 0x540c;
    private const nuint AskExclusive = 0x8004_5440;
    private const nuint RaiseLines = 0x5416;
    private const nuint DropLines = 0x5417;
    private const int ExclusiveLockOrFail = 2 | 4;
    private const int Now = 0;
    private const int BothQueues = 2;
    private const int DataTerminalReady = 0x2;
    private const int RequestToSend = 0x4;

    /// <exception cref="DeviceFaultException">Not there, taken, not allowed, no tty, or it does not take the settings.</exception>
    public static TtyDevice Open(SerialSettings settings)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            throw new DeviceFaultException(FaultKind.Misconfigured, "serial lines of this machine need Linux on x86-64 or arm64; use a serial server, tcp://host:port.");
        }

        int descriptor = Libc.Open(settings.Port, OpenFlags);
        if (descriptor < 0)
        {
            throw TtyFailure.Opening(settings.Port, Marshal.GetLastPInvokeError());
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            bool pseudo = TtyIdentity.Of(descriptor) is { IsPseudo: true };
            Span<byte> termios = stackalloc byte[TtyMode.Length];
            if (Libc.GetAttributes(file, termios) < 0)
            {
                throw Marshal.GetLastPInvokeError() == Libc.NotATty ? TtyFailure.NoSerialLine(settings.Port) : TtyFailure.Opening(settings.Port, Marshal.GetLastPInvokeError());
            }

            Claim(file, settings.Port, pseudo);
            Set(file, settings, termios, pseudo);
            SetLines(file, settings, pseudo);
            _ = Libc.Flush(file, BothQueues);
            return new TtyDevice(settings.Port, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// flock keeps out our own kind, TIOCEXCL everybody but root; root is told by TIOCGEXCL. A pseudo terminal gets no TIOCEXCL:
    /// it keeps the mark when its owner is killed (seen on Linux 6.1), and the next start would find it taken for ever.
    /// </summary>
    private static void Claim(SafeFileHandle file, string path, bool pseudo)
    {
        int exclusive = 0;
        bool marked = !pseudo && Libc.Ioctl(file, AskExclusive, ref exclusive) == 0 && exclusive != 0;
        if (marked || Libc.Flock(file, ExclusiveLockOrFail) < 0)
        {
            throw TtyFailure.Taken(path);
        }

        if (!pseudo)
        {
            _ = Libc.Ioctl(file, MakeExclusive, ref exclusive);
        }
    }

    private static void Set(SafeFileHandle file, SerialSettings settings, Span<byte> termios, bool pseudo)
    {
        TtyMode.Apply(termios, settings);
        if (Libc.SetAttributes(file, Now, termios) < 0)
        {
            throw TtyFailure.Opening(settings.Port, Marshal.GetLastPInvokeError());
        }

        Span<byte> taken = stackalloc byte[TtyMode.Length];
        bool told = Libc.GetAttributes(file, taken) == 0;

        // A pseudo terminal has no wire: it refuses parity and 7 bits and loses nothing by it.
        if (told && !pseudo && !TtyMode.Matches(taken, settings))
        {
            throw TtyFailure.NotTaken(settings.Port, FormattableString.Invariant($"{settings.BaudRate} baud, {settings.DataBits} data bits, parity {settings.Parity}, {settings.StopBits} stop bits"));
        }
    }

    private static void SetLines(SafeFileHandle file, SerialSettings settings, bool pseudo)
    {
        SetLine(file, settings.Dtr, DataTerminalReady, "a level of DTR");
        SetLine(file, settings.HardwareFlow ? null : settings.Rts, RequestToSend, "a level of RTS");

        void SetLine(SafeFileHandle of, bool? level, int line, string what)
        {
            if (level is { } up && Libc.Ioctl(of, up ? RaiseLines : DropLines, ref line) < 0 && !pseudo)
            {
                throw TtyFailure.NotTaken(settings.Port, what);
            }
        }
    }
}
