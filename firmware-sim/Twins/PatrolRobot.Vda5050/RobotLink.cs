using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>One connection of the robot to its broker, with its last will.</summary>
internal sealed class RobotLink : IAsyncDisposable
{
    private const string Actions = "instantActions";

    private readonly string _prefix;
    private readonly SimMqttClient _client;

    private RobotLink(SimMqttOptions broker, string prefix, string will, Action<string, string> onAction)
    {
        _prefix = prefix;
        var last = new SimMqttMessage { Topic = prefix + "connection", Payload = Encoding.UTF8.GetBytes(will), QoS = 1, Retain = true };
        _client = new SimMqttClient(broker with { Will = last }, message => Take(message, onAction));
    }

    public Task<string> Ended => _client.Ended;

    /// <param name="broker">Where.</param>
    /// <param name="prefix">Of all topics.</param>
    /// <param name="will">What the broker says when the link breaks.</param>
    /// <param name="onAction">Told id and type of each instant action.</param>
    /// <param name="ct">Given up.</param>
    /// <exception cref="IOException">Nobody answers, or the link broke.</exception>
    public static async Task<RobotLink> OpenAsync(SimMqttOptions broker, string prefix, string will, Action<string, string> onAction, CancellationToken ct)
    {
        var link = new RobotLink(broker, prefix, will, onAction);
        try
        {
            await link._client.ConnectAsync(ct).ConfigureAwait(false);
            await link._client.SubscribeAsync([prefix + Actions], 0, ct).ConfigureAwait(false);
            return link;
        }
        catch
        {
            await link.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Topic connection goes by QoS 1 and is kept; all else goes by QoS 0.</summary>
    public Task SayAsync(string topic, string text, CancellationToken ct) => _client.PublishAsync(
        new SimMqttMessage { Topic = _prefix + topic, Payload = Encoding.UTF8.GetBytes(text), QoS = topic == "connection" ? 1 : 0, Retain = topic is "connection" or "factsheet" }, ct);

    /// <summary>Completes when the broker has taken everything that was said before.</summary>
    public Task DrainAsync(CancellationToken ct) => _client.SubscribeAsync([_prefix + Actions], 0, ct);

    /// <summary>In order: the broker keeps the will to itself.</summary>
    public Task LeaveAsync(CancellationToken ct) => _client.DisconnectAsync(ct);

    /// <summary>Without a word, unless it has left: the will fires.</summary>
    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static ValueTask Take(SimMqttMessage message, Action<string, string> onAction)
    {
        using var document = JsonDocument.Parse(message.Payload);
        foreach (JsonElement action in document.RootElement.GetProperty("actions").EnumerateArray())
        {
            onAction(action.GetProperty("actionId").GetString()!, action.GetProperty("actionType").GetString()!);
        }

        return ValueTask.CompletedTask;
    }
}
