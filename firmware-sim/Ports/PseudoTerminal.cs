using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Sim.Ports;

/// <summary>
/// A serial line without a wire: one end is ours, the other a device node under a name of our choice. Disposing it is
/// pulling the plug: whoever has the node open is told by the system.
/// </summary>
public sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 0x2;
    private const int NoControl = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int TryAgain = 11;

    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(4);

    private readonly string _name;
    private readonly SafeFileHandle _line;

    /// <param name="name">Becomes a link to the device node, in the place of one that is there.</param>
    /// <exception cref="IOException">The system gives none, or the name cannot be made.</exception>
    public PseudoTerminal(string name)
    {
        _name = name;
        _line = new SafeFileHandle(Checked(OpenMaster(ReadWrite | NoControl | NonBlocking | CloseOnExec), "posix_openpt"), ownsHandle: true);
        Checked(Grant(_line), "grantpt");
        Checked(Unlock(_line), "unlockpt");
        MakeRaw();
        var node = new byte[128];
        Checked(NameOf(_line, node, node.Length) == 0 ? 0 : -1, "ptsname_r");
        File.Delete(name);
        File.CreateSymbolicLink(name, Encoding.ASCII.GetString(node.AsSpan(0, Array.IndexOf(node, (byte)0))));
    }

    /// <summary>Waits for bytes.</summary>
    /// <returns>0 while nobody has the other end open.</returns>
    /// <exception cref="ObjectDisposedException">The plug was pulled.</exception>
    public async ValueTask<int> ReadAsync(byte[] buffer, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            nint got = Read(_line, buffer, buffer.Length);
            if (got >= 0 || Marshal.GetLastPInvokeError() != TryAgain)
            {
                return (int)Math.Max(got, 0);
            }

            await Task.Delay(s_glance, time, ct).ConfigureAwait(false);
        }
    }

    /// <returns>False when the line takes no more.</returns>
    /// <exception cref="ObjectDisposedException">The plug was pulled.</exception>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes, TimeProvider time, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            nint put = Write(_line, bytes.ToArray(), bytes.Length);
            if (put >= 0)
            {
                bytes = bytes[(int)put..];
                continue;
            }

            if (Marshal.GetLastPInvokeError() != TryAgain)
            {
                return false;
            }

            await Task.Delay(s_glance, time, ct).ConfigureAwait(false);
        }

        return true;
    }

    public void Dispose()
    {
        if (!_line.IsClosed)
        {
            File.Delete(_name);
            _line.Dispose();
        }
    }

    /// <summary>Both ends have the same settings; whoever opens the other one may find what we wrote before.</summary>
    private void MakeRaw()
    {
        var settings = new byte[256];
        Checked(GetSettings(_line, settings), "tcgetattr");
        Raw(settings);
        Checked(SetSettings(_line, 0, settings), "tcsetattr");
    }

    private static int Checked(int result, string what) => result >= 0 ? result : throw new IOException($"{what}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(SafeFileHandle line);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(SafeFileHandle line);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int NameOf(SafeFileHandle line, byte[] name, nint length);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle line, byte[] buffer, nint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle line, byte[] bytes, nint length);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetSettings(SafeFileHandle line, byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetSettings(SafeFileHandle line, int when, byte[] settings);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void Raw(byte[] settings);
}
