using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>One open tty: calls that return at once, and one that waits.</summary>
/// <param name="path">As in the settings; a link stays a link, so that it is resolved at every look.</param>
/// <param name="file">The open node.</param>
internal sealed class TtyDevice(string path, SafeFileHandle file) : IDisposable
{
    private const nuint OutputWaiting = 0x5411;
    private const nuint NoLongerExclusive = 0x540d;
    private const int Unlock = 8;
    private const int Input = 0;
    private const int Output = 1;

    private readonly TtyIdentity? _identity = TtyIdentity.Of((int)file.DangerousGetHandle());

    public string Path { get; } = path;

    /// <returns>0 when nothing is there now.</returns>
    /// <exception cref="IOException">The line hung up.</exception>
    public int Read(Span<byte> into)
    {
        nint count = Libc.Read(file, into, into.Length);
        int error = Marshal.GetLastPInvokeError();
        return count switch
        {
            > 0 => (int)count,
            < 0 when error is Libc.TryAgain or Libc.Interrupted => 0,
            _ => throw Gone(),
        };
    }

    /// <returns>How many the system took, perhaps 0.</returns>
    /// <exception cref="IOException">The line hung up.</exception>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        nint count = Libc.Write(file, bytes, bytes.Length);
        int error = Marshal.GetLastPInvokeError();
        return count >= 0 ? (int)count : error is Libc.TryAgain or Libc.Interrupted ? 0 : throw Gone();
    }

    public void DiscardInput() => _ = Libc.Flush(file, Input);

    /// <summary>Whether the name still leads to the node that was opened. Where it cannot be told, it does.</summary>
    public bool IsStillThere() => _identity is not { } identity || identity.IsAt(Path);

    public PollEntry Poll(PollEvents wanted) => new((int)file.DangerousGetHandle(), wanted);

    public bool HasUnsentOutput()
    {
        int waiting = 0;
        return Libc.Ioctl(file, OutputWaiting, ref waiting) == 0 && waiting > 0;
    }

    public IOException Gone() => new($"{Path} was unplugged or hung up; check plug and cable, it is opened again when it is back.");

    /// <summary>
    /// Closing waits for output, for 30 s where nobody takes it: what is left by now is dropped. The mark of TIOCEXCL is taken off by
    /// hand: where somebody else has the node open too, such as a console, it would stay behind. So is the lock: a child of this process
    /// that is just being made has a copy of the descriptor until it becomes another program.
    /// </summary>
    public void Dispose()
    {
        int nothing = 0;
        _ = Libc.Flush(file, Output);
        _ = Libc.Ioctl(file, NoLongerExclusive, ref nothing);
        _ = Libc.Flock(file, Unlock);
        file.Dispose();
    }
}
