using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

/// <summary>A client whose broker answers what the test says.</summary>
public sealed class FakeMqttClient : IMqttClient
{
    private readonly Lock _gate = new();
    private readonly List<(MqttMessage Message, TaskCompletionSource<MqttAck> Answer)> _published = [];
    private readonly TaskCompletionSource<MqttEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reason for each message; null leaves it without an answer.</summary>
    public Func<MqttMessage, byte?> Answer { get; set; } = _ => 0;

    /// <summary>Largest payload that the broker takes, in bytes.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public Task<MqttEnd> Ended => _ended.Task;

    public IReadOnlyList<MqttMessage> Published
    {
        get
        {
            lock (_gate)
            {
                return [.. _published.Select(entry => entry.Message)];
            }
        }
    }

    public IReadOnlyList<string> Payloads => [.. Published.Select(message => System.Text.Encoding.UTF8.GetString(message.Payload.Span))];

    public Task<MqttConnection> ConnectAsync(MqttConnect connect, CancellationToken ct) => throw new NotSupportedException();

    public Task<MqttAck> PublishAsync(MqttMessage message)
    {
        if (message.Payload.Length > Limit)
        {
            return Task.FromException<MqttAck>(new MqttTooLargeException(message.Payload.Length, Limit));
        }

        var answer = new TaskCompletionSource<MqttAck>(TaskCreationOptions.RunContinuationsAsynchronously);
        var copy = message with { Payload = message.Payload.ToArray() };
        lock (_gate)
        {
            _published.Add((copy, answer));
        }

        if (_ended.Task.IsCompleted)
        {
            answer.TrySetException(new IOException("the link ended"));
        }
        else if (Answer(copy) is { } reason)
        {
            answer.TrySetResult(new MqttAck(reason));
        }

        return answer.Task;
    }

    /// <summary>The answer to each filter; null leaves it without one.</summary>
    public Func<string, byte?> Grant { get; set; } = _ => 1;

    public List<string> Filters { get; } = [];

    public async Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        Filters.AddRange(filters);
        if (filters.Any(filter => Grant(filter) is null))
        {
            await Task.WhenAny(_ended.Task, Task.Delay(Timeout.Infinite, ct));
            ct.ThrowIfCancellationRequested();
        }

        return _ended.Task.IsCompleted ? throw new IOException("the link ended") : [.. filters.Select(filter => Grant(filter)!.Value)];
    }

    public Task DisconnectAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Answers everything that has no answer yet with success.</summary>
    public void Acknowledge()
    {
        lock (_gate)
        {
            _published.ForEach(entry => entry.Answer.TrySetResult(new MqttAck(0)));
        }
    }

    /// <summary>Breaks the link: everything without an answer fails.</summary>
    public void Break()
    {
        _ended.TrySetResult(new MqttEnd(null, "cut"));
        lock (_gate)
        {
            _published.ForEach(entry => entry.Answer.TrySetException(new IOException("the link ended")));
        }
    }

    public ValueTask DisposeAsync()
    {
        Break();
        return ValueTask.CompletedTask;
    }
}
