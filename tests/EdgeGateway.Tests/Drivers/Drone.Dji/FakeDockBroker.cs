using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>A broker of the site with one client on it, ours; the test is everybody else.</summary>
internal sealed class FakeDockBroker : ISiteBrokers, ISiteBroker
{
    private readonly ConcurrentQueue<(string Topic, string Payload)> _published = new();
    private readonly ConcurrentQueue<string> _filters = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<SiteMessage, ValueTask>? _onMessage;

    public DeviceFaultException? OpenFault { get; set; }

    public bool IsMute { get; set; }

    /// <summary>Publishing breaks the link instead.</summary>
    public bool RefusesToPublish { get; set; }

    /// <summary>Messages that the driver did not take for want of a disk: a broker keeps them for the next link.</summary>
    public int Untaken { get; private set; }

    public IReadOnlyCollection<string> Filters => _filters;

    /// <summary>What the driver has published.</summary>
    public IReadOnlyCollection<(string Topic, string Payload)> Published => _published;

    /// <summary>Hears what the driver publishes, at once.</summary>
    public Action<string, JsonNode>? OnPublished { get; set; }

    public Task<string> Ended => _ended.Task;

    public IEnumerable<JsonNode> On(string topic) => _published.Where(one => one.Topic == topic).Select(one => JsonNode.Parse(one.Payload)!);

    public async Task<ISiteBroker> ConnectAsync(SiteBrokerOptions options, IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, CancellationToken ct)
    {
        if (OpenFault is { } fault)
        {
            throw fault;
        }

        if (IsMute)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        _ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _filters.Clear();
        _onMessage = onMessage;
        await SubscribeAsync(filters, ct);
        return this;
    }

    public Task SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        foreach (string filter in filters)
        {
            _filters.Enqueue(filter);
        }

        return Task.CompletedTask;
    }

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        if (RefusesToPublish)
        {
            throw new IOException("the link ended");
        }

        string text = Encoding.UTF8.GetString(payload.Span);
        _published.Enqueue((topic, text));
        OnPublished?.Invoke(topic, JsonNode.Parse(text)!);
        return Task.CompletedTask;
    }

    /// <summary>Somebody publishes; whoever has not subscribed does not hear it. Completes when it was handled.</summary>
    public async Task SendAsync(string topic, string payload, bool retained = false)
    {
        if (!_filters.Contains(topic))
        {
            return;
        }

        await SendUnaskedAsync(topic, payload, retained);
    }

    /// <summary>As from a session that still brings what was once subscribed.</summary>
    public async Task SendUnaskedAsync(string topic, string payload, bool retained = false)
    {
        await _turn.WaitAsync();
        try
        {
            await _onMessage!(new SiteMessage(topic, Encoding.UTF8.GetBytes(payload), retained));
        }
        catch (StoreRefusedException)
        {
            Untaken++;
            Drop();
        }
        catch (OperationCanceledException)
        {
            Drop();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Drop() => _ended.TrySetResult("the link was cut");

    public ValueTask DisposeAsync()
    {
        Drop();
        return ValueTask.CompletedTask;
    }
}
