using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>
/// Finds out what a broker makes of a point in a topic, as in <c>plate.read</c>: NATS 2.9 ends the link over it,
/// RabbitMQ 3.10 delivers a slash (docs/brokers.md). Where that is so, points travel as underscores. Asked once a broker,
/// and only of those that speak 3.1.1, by a message to ourselves below <c>down/</c>.
/// </summary>
public sealed class TopicPoints(Topics topics, IGatewayMemory memory, TimeProvider time, ILogger<TopicPoints> log)
{
    private const string Keep = "keep";
    private const string Replace = "replace";

    /// <summary>Links that may end instead of an answer before it is taken for the answer.</summary>
    private const int MostEnded = 2;

    /// <summary>How long the message may take to come back; a broker that we may not read from never returns it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private volatile TaskCompletionSource<string>? _echo;

    /// <returns>True when the message was our own question: nobody else need see it.</returns>
    public bool Notice(string topic)
    {
        bool ours = topic == topics.PointProbe || topic == topics.PointProbe.Replace('.', '/');
        if (ours)
        {
            _echo?.TrySetResult(topic);
        }

        return ours;
    }

    /// <summary>After the subscriptions, before anything with a point in its topic.</summary>
    public async Task BeginAsync(Link link, CancellationToken ct)
    {
        if (link.Connection.Version < 5)
        {
            link.ReplacesPoints = await AskAsync(link, ct).ConfigureAwait(false);
        }
    }

    private async Task<bool> AskAsync(Link link, CancellationToken ct)
    {
        string name = $"uplink.points/{link.Broker}";
        string? known = memory.Recall(name);
        if (known is Keep or Replace)
        {
            return known == Replace;
        }

        // A mark for each question: a link that ends over it leaves the mark behind.
        int ended = known?.Length ?? 0;
        await NoteAsync(name, new string('?', Math.Min(ended, MostEnded) + 1), ct).ConfigureAwait(false);
        string answer = ended >= MostEnded ? Replace : await EchoAsync(link, ct).ConfigureAwait(false);
        await NoteAsync(name, answer, ct).ConfigureAwait(false);
        DownlinkLog.Points(log, link.Broker, answer);
        return answer == Replace;
    }

    /// <returns>What to do here; nothing when the broker does not even acknowledge, which others watch for.</returns>
    /// <exception cref="IOException">The link ended instead.</exception>
    private async Task<string> EchoAsync(Link link, CancellationToken ct)
    {
        var echo = _echo = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = link.Client.PublishAsync(new MqttMessage { Topic = topics.PointProbe, Payload = "?"u8.ToArray() });
        await FirstAsync(taken, link, ct).ConfigureAwait(false);
        await FirstAsync(echo.Task, link, ct).ConfigureAwait(false);
        _echo = null;
        return !taken.IsCompletedSuccessfully ? "" : echo.Task.IsCompleted && await echo.Task.ConfigureAwait(false) != topics.PointProbe ? Replace : Keep;
    }

    private async Task FirstAsync(Task task, Link link, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(task, link.Client.Ended, Task.Delay(s_patience, time, both.Token)).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        if (link.Client.Ended.IsCompleted)
        {
            throw new IOException("the broker ended the link over a point in a topic, or by chance");
        }
    }

    private async Task NoteAsync(string name, string value, CancellationToken ct)
    {
        try
        {
            await memory.RememberAsync(name, value, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // A full disk asks again with the next link.
        }
    }
}
