using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>The broker of the site as a dock sees it: messages are JSON, and what the driver does not take stays there.</summary>
internal sealed class FakeDockBroker : ISiteBrokers
{
    private readonly FakeSiteBrokers _site = new();

    public FakeDockBroker() => _site.OnPublish = (topic, text) =>
    {
        if (RefusesToPublish)
        {
            throw new IOException("the link ended");
        }

        OnPublished?.Invoke(topic, JsonNode.Parse(text)!);
        return Task.CompletedTask;
    };

    public DeviceFaultException? OpenFault { set => _site.Fault = value; }

    public bool IsMute { set => _site.IsMute = value; }

    /// <summary>Publishing breaks the link instead.</summary>
    public bool RefusesToPublish { get; set; }

    /// <summary>Messages that the driver did not take for want of a disk: a broker keeps them for the next link.</summary>
    public int Untaken { get; private set; }

    public IReadOnlyCollection<string> Filters => _site.Broker?.Filters ?? [];

    /// <summary>What the driver has published.</summary>
    public IReadOnlyCollection<(string Topic, string Text)> Published => _site.Broker?.Published.ToArray() ?? [];

    /// <summary>How long the broker is to keep it.</summary>
    public IReadOnlyCollection<TimeSpan> Expiries => _site.Broker?.Expiries.ToArray() ?? [];

    /// <summary>Hears what the driver publishes, at once.</summary>
    public Action<string, JsonNode>? OnPublished { get; set; }

    public IEnumerable<JsonNode> On(string topic) => Published.Where(one => one.Topic == topic).Select(one => JsonNode.Parse(one.Text)!);

    public Task<ISiteBroker> ConnectAsync(SiteBrokerOptions options, IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, CancellationToken ct) =>
        _site.ConnectAsync(options, filters, onMessage, ct);

    /// <summary>Somebody publishes; whoever has not subscribed does not hear it. Completes when it was handled.</summary>
    public Task SendAsync(string topic, string payload, bool retained = false) => BringAsync(topic, payload, retained, isUnasked: false);

    /// <summary>As from a session that still brings what was once subscribed.</summary>
    public Task SendUnaskedAsync(string topic, string payload) => BringAsync(topic, payload, isRetained: false, isUnasked: true);

    public void Drop() => _site.Broker?.End("the link was cut");

    private async Task BringAsync(string topic, string payload, bool isRetained, bool isUnasked)
    {
        try
        {
            await _site.Broker!.BringAsync(new SiteMessage(topic, Encoding.UTF8.GetBytes(payload), isRetained), isUnasked);
        }
        catch (StoreRefusedException)
        {
            Untaken++;
        }
        catch (OperationCanceledException)
        {
            // The gateway stops.
        }
    }
}
