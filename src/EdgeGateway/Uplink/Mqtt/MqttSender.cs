using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Protocol.Mqtt.Writing;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>The way out: numbers publishes, keeps them in call order, and holds them back while the window or the buffer is full.</summary>
internal sealed class MqttSender(MqttOutput output, MqttConnection connection)
{
    /// <summary>Room for SUBSCRIBE beside a full window.</summary>
    private const int Spare = 16;

    private static readonly Task<MqttAck> s_sent = Task.FromResult(new MqttAck(MqttReason.Success));

    private readonly MqttInFlight _inFlight = new(Math.Min(connection.Window + Spare, MqttClient.MostInFlight * 2));
    private readonly MqttMessageWriter _writer = new(connection.Version);
    private readonly Queue<MqttWaiting> _waiting = new();
    private int _publishes;
    private IOException? _end;

    /// <returns>As <see cref="IMqttClient.PublishAsync"/>.</returns>
    public Task<MqttAck> PublishAsync(MqttMessage message)
    {
        lock (output.Gate)
        {
            try
            {
                return PublishLocked(message);
            }
            catch (Exception e) when (e is IOException or MqttTooLargeException or ArgumentException)
            {
                return Task.FromException<MqttAck>(e);
            }
        }
    }

    /// <exception cref="IOException">The link is over, or far too much is being asked at once.</exception>
    public Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters)
    {
        var done = new TaskCompletionSource<IReadOnlyList<byte>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output.Gate)
        {
            ThrowIfEnded();
            ushort id = _inFlight.Rent(done);
            if (id == 0)
            {
                throw new IOException("too many subscriptions wait for their answer");
            }

            Append(new SubscribePacket(id, [.. filters.Select(f => new MqttFilter(f, 1))]));
        }

        return done.Task;
    }

    public void Send(MqttPacket packet)
    {
        lock (output.Gate)
        {
            if (_end is null)
            {
                Append(packet);
            }
        }
    }

    public void Acknowledge(MqttPacketType type, ushort id)
    {
        lock (output.Gate)
        {
            if (_end is null)
            {
                MqttWriter.WriteAck(output.Buffer, type, id, MqttReason.Success, connection.Version);
                output.Wake();
            }
        }
    }

    /// <summary>PUBACK came.</summary>
    /// <returns>False when no publish waits for it.</returns>
    public bool Complete(ushort id, byte reason)
    {
        lock (output.Gate)
        {
            if (_inFlight.Return(id) is not TaskCompletionSource<MqttAck> done)
            {
                return false;
            }

            _publishes--;
            done.TrySetResult(new MqttAck(reason));
            return true;
        }
    }

    /// <summary>SUBACK came.</summary>
    /// <returns>False when no subscription waits for it.</returns>
    public bool Complete(SubAckPacket ack)
    {
        lock (output.Gate)
        {
            return _inFlight.Return(ack.Id) is TaskCompletionSource<IReadOnlyList<byte>> done && done.TrySetResult(ack.Reasons);
        }
    }

    /// <summary>Puts on the wire what was held back and fits now.</summary>
    public void Pump()
    {
        lock (output.Gate)
        {
            while (_end is null && _waiting.TryPeek(out MqttWaiting next) && HasRoom(next.Message))
            {
                _waiting.Dequeue();
                Append(next.Message, next.Done);
            }
        }
    }

    /// <summary>Fails everything that waits and refuses what comes.</summary>
    public void End(string why)
    {
        lock (output.Gate)
        {
            _end ??= new IOException(why);
            foreach (object waiter in _inFlight.All())
            {
                Fail(waiter, why);
            }

            while (_waiting.TryDequeue(out MqttWaiting next))
            {
                Fail(next.Done, why);
            }
        }
    }

    private static void Fail(object waiter, string why)
    {
        // One exception each: a shared one would collect the stack traces of all who await it.
        (waiter as TaskCompletionSource<MqttAck>)?.TrySetException(new IOException(why));
        (waiter as TaskCompletionSource<IReadOnlyList<byte>>)?.TrySetException(new IOException(why));
    }

    private Task<MqttAck> PublishLocked(MqttMessage message)
    {
        ThrowIfEnded();
        MqttPublish publish = Prepare(message);
        bool mustWait = _waiting.Count > 0 || !HasRoom(message);
        if (!mustWait && message.QoS == 0)
        {
            Append(publish);
            return s_sent;
        }

        var done = new TaskCompletionSource<MqttAck>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (mustWait)
        {
            _waiting.Enqueue(new MqttWaiting(message, done));
        }
        else
        {
            Append(publish, done);
        }

        return done.Task;
    }

    private void ThrowIfEnded()
    {
        if (_end is not null)
        {
            throw new IOException(_end.Message);
        }
    }

    private bool HasRoom(MqttMessage message) => !output.IsFull && (message.QoS == 0 || _publishes < connection.Window);

    private MqttPublish Prepare(MqttMessage message)
    {
        MqttPublish publish = _writer.Prepare(message) with { Retain = message.Retain && connection.RetainAvailable };
        long size = MqttPublishWriter.Measure(publish, connection.Version);
        return connection.MaximumPacketSize is { } limit && size > limit ? throw new MqttTooLargeException(size, limit) : publish;
    }

    private void Append(MqttMessage message, TaskCompletionSource<MqttAck> done)
    {
        MqttPublish publish = Prepare(message);
        if (message.QoS > 0)
        {
            Append(publish, done);
            return;
        }

        Append(publish);
        done.TrySetResult(new MqttAck(MqttReason.Success));
    }

    private void Append(in MqttPublish publish, TaskCompletionSource<MqttAck> done)
    {
        _publishes++;
        Append(publish with { Id = _inFlight.Rent(done) });
    }

    private void Append(in MqttPublish publish)
    {
        MqttPublishWriter.Write(output.Buffer, publish, connection.Version);
        output.Wake();
    }

    private void Append(MqttPacket packet)
    {
        MqttWriter.Write(output.Buffer, packet, connection.Version);
        output.Wake();
    }
}
