using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// The terminal at the end of the line: one task reads, one command at a time waits for its answer, and what nobody asked for
/// never becomes part of one (pdt-radio.md section 10).
/// </summary>
internal sealed class PeiTerminal(ISerialLine line, DriverContext context) : IAsyncDisposable
{
    /// <summary>Messages read ahead of the disk; beyond them the line is not read, and what its buffers cannot hold is lost.</summary>
    private const int MostAhead = 64;

    private readonly Channel<PeiItem> _said = Channel.CreateBounded<PeiItem>(new BoundedChannelOptions(MostAhead) { SingleReader = true, SingleWriter = true });
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private PeiQuestion? _question;

    /// <summary>What the terminal said unasked; ends with the fault that ended the line.</summary>
    public ChannelReader<PeiItem> Said => _said.Reader;

    public void Start() => _reading = ReadAsync(_stop.Token);

    /// <param name="command">What to ask.</param>
    /// <param name="wait">For the end of the answer.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="sent">Called when the terminal named our message, before it says more about it.</param>
    /// <exception cref="DeviceFaultException">The line is gone.</exception>
    public async Task<PeiAnswer> AskAsync(PeiCommand command, TimeSpan wait, CancellationToken ct, Action<PeiSent>? sent = null)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var question = new PeiQuestion(command, sent);
            Volatile.Write(ref _question, question);
            await line.WriteAsync(command.ToBytes(), ct).ConfigureAwait(false);
            return await question.Answer.WaitAsync(wait, context.Time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return PeiAnswer.None;
        }
        catch (IOException gone)
        {
            throw Gone(gone);
        }
        finally
        {
            Volatile.Write(ref _question, null);
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await line.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var reader = new PeiReader();
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                int count = await line.ReadAsync(buffer, ct).ConfigureAwait(false);
                reader.Append(buffer.AsSpan(0, count));
                while (reader.TryRead(out var item))
                {
                    await TakeAsync(item!, ct).ConfigureAwait(false);
                }
            }
        }
        catch (IOException gone)
        {
            End(Gone(gone));
        }
        catch (OperationCanceledException stopped)
        {
            End(stopped);
        }
    }

    private async ValueTask TakeAsync(PeiItem item, CancellationToken ct)
    {
        var question = Volatile.Read(ref _question);
        switch (item)
        {
            case PeiFinal final:
                if (question?.Take(final) != true)
                {
                    context.Watch.Fault(FaultKind.Garbled, "answer-to-nothing");
                }

                break;
            case PeiText text:
                question?.Take(text);
                break;
            case PeiSent sent when question?.Take(sent) == true:
                break;
            default:
                await _said.Writer.WriteAsync(item, ct).ConfigureAwait(false);
                break;
        }
    }

    private void End(Exception why)
    {
        _said.Writer.TryComplete(why);
        Volatile.Read(ref _question)?.Fail(why);
    }

    private static DeviceFaultException Gone(IOException gone) => new(FaultKind.Unreachable, gone.Message, inner: gone);
}
