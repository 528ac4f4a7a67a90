using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>
/// An open tty. A thread of its own waits in poll(2) while somebody waits for bytes or for room, and looks once a second
/// whether the node is still the one that was opened: .NET's own way sees no unplugging (pdt-radio.md section 15, Q17).
/// It reads only while it was asked to, so that flow control reaches the device.
/// </summary>
internal sealed class TtyLine : ISerialLine
{
    private const int CloseOnExecAndNonBlocking = 0x80000 | 0x800;
    private const int StackBytes = 256 * 1024;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly TtyDevice _device;
    private readonly SafeFileHandle _bell;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TtyRequest? _read;
    private TtyRequest? _write;
    private IOException? _gone;
    private long _looked;
    private bool _closing;

    private TtyLine(TtyDevice device, SafeFileHandle bell, TimeProvider time)
    {
        _device = device;
        _bell = bell;
        _time = time;
        _looked = time.GetTimestamp();
    }

    public string Name => _device.Path;

    /// <param name="device">Open; the line closes it.</param>
    /// <param name="time">Whose clock measures.</param>
    public static TtyLine Start(TtyDevice device, TimeProvider time)
    {
        int bell = Libc.EventFd(0, CloseOnExecAndNonBlocking);
        if (bell < 0)
        {
            device.Dispose();
            throw TtyFailure.Opening(device.Path, Marshal.GetLastPInvokeError());
        }

        var line = new TtyLine(device, new SafeFileHandle(bell, ownsHandle: true), time);
        new Thread(line.Watch, StackBytes) { IsBackground = true, Name = "tty" }.Start();
        return line;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        TtyRequest request;
        lock (_gate)
        {
            ThrowIfGone();
            if (_read is not null)
            {
                throw new InvalidOperationException("One read at a time.");
            }

            int count = _device.Read(buffer.Span);
            if (count > 0)
            {
                return count;
            }

            request = _read = new TtyRequest(buffer, _time.GetTimestamp());
        }

        return await WaitAsync(request, ct).ConfigureAwait(false);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        TtyRequest request;
        lock (_gate)
        {
            ThrowIfGone();
            if (_write is not null)
            {
                throw new InvalidOperationException("One write at a time.");
            }

            int count = _device.Write(bytes.Span);
            if (count == bytes.Length)
            {
                return;
            }

            request = _write = new TtyRequest(MemoryMarshal.AsMemory(bytes[count..]), _time.GetTimestamp());
        }

        await WaitAsync(request, ct).ConfigureAwait(false);
    }

    public void DiscardInput()
    {
        lock (_gate)
        {
            if (_gone is null && !_closing)
            {
                _device.DiscardInput();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closing = true;
        }

        Ring();
        await _ended.Task.ConfigureAwait(false);
        lock (_gate)
        {
            _bell.Dispose();
        }
    }

    private async Task<int> WaitAsync(TtyRequest request, CancellationToken ct)
    {
        Ring();
        using var cancelling = ct.UnsafeRegister(
            _ =>
            {
                Leave(request);
                request.Cancel(ct);
            },
            null);
        return await request.Task.ConfigureAwait(false);
    }

    /// <summary>Once this has returned, nobody touches the caller's bytes any more.</summary>
    private void Leave(TtyRequest request)
    {
        lock (_gate)
        {
            _read = _read == request ? null : _read;
            _write = _write == request ? null : _write;
        }
    }

    private void ThrowIfGone()
    {
        ObjectDisposedException.ThrowIf(_closing, this);
        if (_gone is { } gone)
        {
            throw new IOException(gone.Message, gone);
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            if (!_bell.IsClosed)
            {
                ReadOnlySpan<byte> one = [1, 0, 0, 0, 0, 0, 0, 0];
                _ = Libc.Write(_bell, one, one.Length);
            }
        }
    }

    /// <summary>The thread. What ends it ends the line; the node is closed at once, so that the adapter gets its old number again.</summary>
    private void Watch()
    {
        IOException end = new($"{Name} was closed.");
        try
        {
            while (Wait())
            {
            }

            SayFarewell();
        }
        catch (IOException error)
        {
            end = error;
        }

        lock (_gate)
        {
            _gone = end;
            _read?.Fail(end);
            _write?.Fail(end);
            _read = _write = null;
            _device.Dispose();
        }

        _ended.SetResult();
    }

    /// <returns>False when the line is to be closed.</returns>
    private bool Wait()
    {
        Span<PollEntry> entries = [_device.Poll(Wanted()), new((int)_bell.DangerousGetHandle(), PollEvents.In)];
        int left = (int)Math.Clamp((s_look - _time.GetElapsedTime(_looked)).TotalMilliseconds + 1, 0, s_look.TotalMilliseconds);
        if (Libc.Poll(entries, (nuint)entries.Length, left) < 0)
        {
            // A signal; what was seen is not filled in.
            entries[0].Seen = entries[1].Seen = PollEvents.None;
        }

        if (entries[1].Seen != PollEvents.None)
        {
            Span<byte> count = stackalloc byte[8];
            _ = Libc.Read(_bell, count, count.Length);
        }

        lock (_gate)
        {
            Serve(entries[0].Seen);
            Look();
            return !_closing;
        }
    }

    private PollEvents Wanted()
    {
        lock (_gate)
        {
            return (_read is null ? PollEvents.None : PollEvents.In) | (_write is null ? PollEvents.None : PollEvents.Out);
        }
    }

    private void Serve(PollEvents seen)
    {
        if (_read is { } read && (seen & PollEvents.In) != 0 && _device.Read(read.Bytes.Span) is > 0 and var count)
        {
            _read = null;
            read.End(count);
        }
        else if ((seen & (PollEvents.HangUp | PollEvents.Error | PollEvents.Invalid)) != 0)
        {
            throw _device.Gone();
        }

        if (_write is { } write)
        {
            Write(write, (seen & PollEvents.Out) != 0);
        }
    }

    private void Write(TtyRequest write, bool hasRoom)
    {
        int count = hasRoom ? _device.Write(write.Bytes.Span) : 0;
        if (count > 0)
        {
            write.Bytes = write.Bytes[count..];
            write.Since = _time.GetTimestamp();
        }

        if (write.Bytes.IsEmpty)
        {
            _write = null;
            write.End(0);
        }
        else if (_time.GetElapsedTime(write.Since) >= s_longestWrite)
        {
            throw new IOException($"{Name} has taken nothing for {s_longestWrite.TotalSeconds:0} s: check the cable and, with flow control, that the device raises CTS.");
        }
    }

    private void Look()
    {
        if (_time.GetElapsedTime(_looked) < s_look)
        {
            return;
        }

        _looked = _time.GetTimestamp();
        if (!_device.IsStillThere())
        {
            throw _device.Gone();
        }
    }

    /// <summary>A goodbye that was written last still goes out, where the line takes it.</summary>
    private void SayFarewell()
    {
        long since = _time.GetTimestamp();
        Span<PollEntry> nothing = [];
        while (_device.HasUnsentOutput() && _time.GetElapsedTime(since) < s_farewell)
        {
            _ = Libc.Poll(nothing, 0, 10);
        }
    }
}
