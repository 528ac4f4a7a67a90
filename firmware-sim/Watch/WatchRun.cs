using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Receipts;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Watch;

/// <summary>
/// One run of <c>watch</c>: subscribes, writes, and confirms what is written. Without a file nothing is kept, so nothing
/// is confirmed either: a gateway would forget what nobody has.
/// </summary>
/// <param name="broker">Where to subscribe.</param>
/// <param name="options">How to watch.</param>
/// <param name="file">Received file; null keeps nothing.</param>
/// <param name="output">Shows readings.</param>
/// <param name="notes">Hears of links and of the end.</param>
public sealed class WatchRun(SimMqttOptions broker, WatchOptions options, string? file, TextWriter output, TextWriter notes)
{
    private readonly ReceiptBook _book = new(options.Root);

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="IOException">The file cannot be written; nothing after that was confirmed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        ReceivedLog? log = file is null ? null : new ReceivedLog(file, options.Name is null ? null : _book.Keep);
        if (log is null)
        {
            await WatchAsync(null, null, ct).ConfigureAwait(false);
            return;
        }

        await using (log.ConfigureAwait(false))
        {
            await WatchAsync(log, Voice(log), ct).ConfigureAwait(false);
        }

        await log.Writing.ConfigureAwait(false);
    }

    private PlatformVoice? Voice(ReceivedLog log)
    {
        if (options.Name is not { } name)
        {
            return null;
        }

        _book.Recall(new ReceivedFile(options.Root).Read(File.ReadLines(file!)));
        return new PlatformVoice(options.Root, name, _book, log.Sync, TimeProvider.System);
    }

    private async Task WatchAsync(ReceivedLog? log, PlatformVoice? voice, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var session = new WatchSession(options, log, output, TimeProvider.System);
        Task watching = Subscriber(session, voice).RunAsync(stop.Token);
        Task speaking = voice?.RunAsync(stop.Token) ?? watching;
        await Task.WhenAny(watching, speaking, log?.Writing ?? watching).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        await notes.WriteLineAsync(session.Summary).ConfigureAwait(false);
        await speaking.ConfigureAwait(false);
    }

    private SimMqttSubscriber Subscriber(WatchSession session, PlatformVoice? voice)
    {
        string[] filters = voice is null ? [WatchSession.Filter(options.Root)] : [WatchSession.Filter(options.Root), voice.Topic];
        return new SimMqttSubscriber(broker with { Will = voice?.Will }, filters, async (client, message) =>
        {
            session.Take(message.Topic, message.Payload);
            if (voice is not null)
            {
                await voice.HearAsync(client, message).ConfigureAwait(false);
            }
        })
        {
            OnState = (client, word) =>
            {
                voice?.Use(client);
                notes.WriteLine(word);
            },
            Farewell = voice is null ? (_, _) => Task.CompletedTask : voice.FarewellAsync,
        };
    }
}
