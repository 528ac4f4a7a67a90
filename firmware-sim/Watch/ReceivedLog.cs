using System.Text.Json;
using System.Threading.Channels;
using EdgeGateway.Sim.Verification;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Sim.Watch;

/// <summary>Writes received lines to a file, many in one go when many come, at once when few do.</summary>
public sealed class ReceivedLog : IAsyncDisposable
{
    private readonly Channel<ReceivedLine> _lines = Channel.CreateUnbounded<ReceivedLine>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Action<IReadOnlyList<ReceivedLine>> _kept;
    private readonly SafeFileHandle _handle;
    private readonly Lock _closing = new();

    /// <param name="path">Created when missing, continued when there.</param>
    /// <param name="kept">Hears of lines once they are in the file, in their order.</param>
    public ReceivedLog(string path, Action<IReadOnlyList<ReceivedLine>>? kept = null)
    {
        _kept = kept ?? (_ => { });
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        long end = RandomAccess.GetLength(_handle);
        Writing = WriteAsync(end + Mend(end));
    }

    /// <summary>Ends when the log is closed; faults when the disk takes no more, and then nothing more counts as kept.</summary>
    public Task Writing { get; }

    public void Add(ReceivedLine line) => _lines.Writer.TryWrite(line);

    /// <summary>When it returns, what was kept before survives a power cut.</summary>
    /// <exception cref="IOException">It does not.</exception>
    public void Sync()
    {
        lock (_closing)
        {
            if (!_handle.IsClosed)
            {
                RandomAccess.FlushToDisk(_handle);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await Writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_closing)
        {
            _handle.Dispose();
        }
    }

    /// <summary>One that was killed may have left half a line; the next one must not be lost with it.</summary>
    private long Mend(long end)
    {
        var last = new byte[1];
        if (end == 0 || (RandomAccess.Read(_handle, last, end - 1) == 1 && last[0] == '\n'))
        {
            return 0;
        }

        RandomAccess.Write(_handle, "\n"u8, end);
        return 1;
    }

    private async Task WriteAsync(long end)
    {
        var text = new MemoryStream();
        var written = new List<ReceivedLine>();
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (text.Length < 1 << 20 && _lines.Reader.TryRead(out ReceivedLine? line))
            {
                text.Write(JsonSerializer.SerializeToUtf8Bytes(line, ReceivedJson.Readable.ReceivedLine));
                text.WriteByte((byte)'\n');
                written.Add(line);
            }

            await RandomAccess.WriteAsync(_handle, text.GetBuffer().AsMemory(0, (int)text.Length), end).ConfigureAwait(false);
            end += text.Length;
            _kept([.. written]);
            text.SetLength(0);
            written.Clear();
        }
    }
}
