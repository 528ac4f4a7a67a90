using System.Threading.Channels;
using EdgeGateway.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>
/// Quick answers to commands, on <c>up/reply</c> (contract section 6): best effort, each sent once. They wait for a link, the
/// oldest goes first when too many do; the durable answer is a reading and knows its own way.
/// </summary>
public sealed class ReplyOutbox(Topics topics) : ICommandReplies
{
    private const int Most = 256;

    private readonly Channel<CommandReply> _waiting =
        Channel.CreateBounded<CommandReply>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Send(CommandReply reply) => _waiting.Writer.TryWrite(reply);

    /// <summary>Sends until the link is over.</summary>
    /// <exception cref="IOException">The link ended.</exception>
    public async Task RunAsync(Link link, CancellationToken ct)
    {
        await foreach (var reply in _waiting.Reader.ReadAllAsync(ct).ConfigureAwait(false))
        {
            await PublishAsync(Message(reply), link, ct).ConfigureAwait(false);
        }
    }

    private static async Task PublishAsync(MqttMessage message, Link link, CancellationToken ct)
    {
        await link.Window.TakeAsync(Lane.Alarm, ct).ConfigureAwait(false);
        try
        {
            await link.Client.PublishAsync(message).WaitAsync(ct).ConfigureAwait(false);
        }
        catch (MqttTooLargeException)
        {
            // The broker takes no message of even this size: the reading of the same content is parked with a word to a person.
        }
        finally
        {
            link.Window.Return();
        }
    }

    private MqttMessage Message(CommandReply reply) => new()
    {
        Topic = TopicOf(reply.To?.ResponseTopic),
        Payload = reply.Answer.ToUtf8(),
        ContentType = "application/json; charset=utf-8",
        IsText = true,
        CorrelationData = reply.To?.CorrelationData,
    };

    /// <remarks>Also unsigned commands are answered: what they name as response topic must not reach <c>state</c> or anybody else's topics.</remarks>
    private string TopicOf(string? wanted) =>
        wanted is not null && wanted.StartsWith(topics.Reply + "/", StringComparison.Ordinal) && NameRule.IsName(wanted[(topics.Reply.Length + 1)..])
            ? wanted
            : topics.Reply;
}
