using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Tests.Drivers.Transport.Brokers;

/// <summary>A broker in memory for drivers that speak MQTT: one connection at a time, retained messages, everything else by hand.</summary>
public sealed class FakeSiteBrokers : ISiteBrokers
{
    private readonly ConcurrentDictionary<string, SiteMessage> _retained = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Filters that are not granted.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Thrown at a connect; null: none.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The connection that stands, or the last one.</summary>
    public FakeSiteBroker? Broker { get; private set; }

    public SiteBrokerOptions? Options { get; private set; }

    public int Connects { get; private set; }

    /// <summary>Called with what the driver publishes, before it hears that the broker has it; may throw.</summary>
    public Func<string, string, Task>? OnPublish { get; set; }

    /// <summary>Whether what the driver does not take is brought again; false: as with QoS 0.</summary>
    public bool ComesAgain { get; init; } = true;

    /// <summary>Completes with the first connection.</summary>
    public Task Connected => _connected.Task;

    /// <summary>It takes the connection and never says a word.</summary>
    public bool IsMute { get; set; }

    public async Task<ISiteBroker> ConnectAsync(SiteBrokerOptions options, IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, CancellationToken ct)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        if (IsMute)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        if (filters.FirstOrDefault(Refused.Contains) is { } refused)
        {
            throw new DeviceFaultException(FaultKind.Refused, $"{refused} is not granted");
        }

        (Options, Connects) = (options, Connects + 1);
        var broker = new FakeSiteBroker(filters, onMessage, (topic, text) => OnPublish?.Invoke(topic, text) ?? Task.CompletedTask);
        Broker = broker;
        foreach (var kept in _retained.Values.OrderBy(message => message.Topic, StringComparer.Ordinal))
        {
            _ = broker.BringAsync(kept with { IsRetained = true });
        }

        _connected.TrySetResult();
        return broker;
    }

    /// <summary>A device publishes and the driver has taken it when this completes; faults when the driver leaves it to the broker.</summary>
    public Task SendAsync(string topic, string text, bool retain = false)
    {
        var message = new SiteMessage(topic, Encoding.UTF8.GetBytes(text), IsRetained: false) { ComesAgain = ComesAgain };
        if (retain)
        {
            _retained[topic] = message;
        }

        return Broker is { } broker ? broker.BringAsync(message) : Task.CompletedTask;
    }
}

/// <summary>One connection of <see cref="FakeSiteBrokers"/>.</summary>
public sealed class FakeSiteBroker(IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, Func<string, string, Task> publish) : ISiteBroker
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentQueue<string> _filters = new(filters);

    public Task<string> Ended => _ended.Task;

    public IReadOnlyCollection<string> Filters => _filters;

    /// <summary>What the driver published, in order.</summary>
    public ConcurrentQueue<(string Topic, string Text)> Published { get; } = new();

    public Task SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        foreach (string filter in filters)
        {
            _filters.Enqueue(filter);
        }

        return Task.CompletedTask;
    }

    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        string text = Encoding.UTF8.GetString(payload.Span);
        Published.Enqueue((topic, text));
        await publish(topic, text);
    }

    /// <summary>How long the broker is to keep what the driver published, of those that are not to be kept for ever.</summary>
    public ConcurrentQueue<TimeSpan> Expiries { get; } = new();

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, TimeSpan expiry, CancellationToken ct)
    {
        Expiries.Enqueue(expiry);
        return PublishAsync(topic, payload, ct);
    }

    public void End(string why) => _ended.TrySetResult(why);

    public ValueTask DisposeAsync()
    {
        End("disposed");
        return ValueTask.CompletedTask;
    }

    /// <summary>As the real one: one after the other, and a failing handler ends the connection.</summary>
    /// <param name="message">What somebody publishes.</param>
    /// <param name="isUnasked">The session still has a filter of before.</param>
    public async Task BringAsync(SiteMessage message, bool isUnasked = false)
    {
        if (!isUnasked && !_filters.Any(filter => MqttTopic.Matches(filter, message.Topic)))
        {
            return;
        }

        await _one.WaitAsync();
        try
        {
            await onMessage(message);
        }
        catch (Exception e)
        {
            End(e.Message);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }
}
