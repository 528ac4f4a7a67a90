using System.Text.Json;
using System.Threading.Channels;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Watch;

/// <summary>Writes received lines to a file, many in one go when many come, at once when few do.</summary>
public sealed class ReceivedLog : IAsyncDisposable
{
    private readonly Channel<ReceivedLine> _lines = Channel.CreateUnbounded<ReceivedLine>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    /// <param name="path">Created when missing, continued when there.</param>
    public ReceivedLog(string path)
    {
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1 << 16);
        _writing = WriteAsync(file);
    }

    public void Add(ReceivedLine line) => _lines.Writer.TryWrite(line);

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync(FileStream file)
    {
        await using (file.ConfigureAwait(false))
        {
            while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (_lines.Reader.TryRead(out ReceivedLine? line))
                {
                    file.Write(JsonSerializer.SerializeToUtf8Bytes(line, ReceivedJson.Readable.ReceivedLine));
                    file.WriteByte((byte)'\n');
                }

                await file.FlushAsync().ConfigureAwait(false);
            }
        }
    }
}
