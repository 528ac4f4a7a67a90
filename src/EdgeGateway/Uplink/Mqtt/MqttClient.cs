using System.Buffers;
using System.Net.Sockets;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Protocol.Mqtt.Writing;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// MQTT 5 and 3.1.1 over <see cref="ITcpDialer"/>, QoS 0 and 1. Publishes beyond the window wait inside, in order, so that
/// the broker's Receive Maximum holds whatever the caller does. The payload must not change until its publish completes.
/// RETAIN is dropped for brokers that refuse it: it is a hint, a refused message would be a loss.
/// </summary>
public sealed class MqttClient(ITcpDialer dialer, TimeProvider time, ILogger log) : IMqttClient
{
    /// <summary>Largest window: half of all packet identifiers.</summary>
    internal const int MostInFlight = 32_768;

    private readonly TaskCompletionSource<MqttEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stream? _stream;
    private MqttLink? _link;

    public Task<MqttEnd> Ended => _ended.Task;

    public async Task<MqttConnection> ConnectAsync(MqttConnect connect, CancellationToken ct)
    {
        if (_stream is not null || _ended.Task.IsCompleted)
        {
            throw new InvalidOperationException("a client connects once");
        }

        using var patience = new CancellationTokenSource(connect.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await GreetAsync(connect, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"{connect.Host}:{connect.Port} did not finish the greeting within {connect.Timeout.TotalSeconds:0.#} s", e);
        }
    }

    public Task<MqttAck> PublishAsync(MqttMessage message) => _link is { } link ? link.PublishAsync(message) : NotConnected<MqttAck>();

    public Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct) =>
        _link is { } link ? link.SubscribeAsync(filters, ct) : NotConnected<IReadOnlyList<byte>>();

    public Task DisconnectAsync(CancellationToken ct) => _link?.DisconnectAsync(ct) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_link is { } link)
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }
        else if (_stream is { } stream)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }

        _ended.TrySetResult(new MqttEnd(null, "disposed"));
    }

    private static Task<T> NotConnected<T>() => Task.FromException<T>(new IOException("not connected"));

    private async Task<MqttConnection> GreetAsync(MqttConnect connect, CancellationToken ct)
    {
        _stream = await dialer.DialAsync(connect.Host, connect.Port, connect.Tls, ct).ConfigureAwait(false);
        var greeting = new ArrayBufferWriter<byte>(512);
        MqttWriter.Write(greeting, MqttGreeting.Connect(connect), connect.Version);
        await _stream.WriteAsync(greeting.WrittenMemory, ct).ConfigureAwait(false);
        await _stream.FlushAsync(ct).ConfigureAwait(false);

        var input = new MqttInput(_stream, new MqttReader(connect.Version, MqttGreeting.MaximumPacketSize(connect.Version)));
        MqttConnection connection = MqttGreeting.Judge(connect, await AnswerAsync(input, connect, ct).ConfigureAwait(false));
        _link = new MqttLink(_stream, input, connect, connection, new MqttSurroundings(time, log, end => _ended.TrySetResult(end)));
        _link.Start();
        return connection;
    }

    private static async Task<ConnAckPacket> AnswerAsync(MqttInput input, MqttConnect connect, CancellationToken ct)
    {
        bool anything = false;
        while (Take(input) is var (status, packet))
        {
            if (status == MqttReadStatus.Packet)
            {
                return packet as ConnAckPacket ?? throw new IOException($"the broker answered CONNECT with {packet!.Type}");
            }

            if (status == MqttReadStatus.Fault)
            {
                throw new IOException($"what answers on {connect.Host}:{connect.Port} is not MQTT ({input.Reader.Fault!.Word})");
            }

            if (!await FillAsync(input, ct).ConfigureAwait(false))
            {
                break;
            }

            anything = true;
        }

        throw ClosedWithoutWord(connect, anything);
    }

    private static (MqttReadStatus Status, MqttPacket? Packet) Take(MqttInput input)
    {
        MqttReadStatus status = input.TryNext(out MqttFrame frame);
        MqttPacket? packet = status == MqttReadStatus.Packet ? input.Reader.Decode(frame) : null;
        return (input.Reader.Fault is null ? status : MqttReadStatus.Fault, packet);
    }

    private static async ValueTask<bool> FillAsync(MqttInput input, CancellationToken ct)
    {
        try
        {
            return await input.FillAsync(ct).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return false;
        }
    }

    private static Exception ClosedWithoutWord(MqttConnect connect, bool anything)
    {
        string hint = connect.Tls is null ? "" : "; it may not accept our certificate";
        string message = $"the broker closed the link instead of answering CONNECT{hint}";
        return connect.Version >= MqttVersion.V5 && !anything
            ? new MqttRefusedException(MqttReason.UnsupportedProtocolVersion, true, message)
            : new IOException(message);
    }
}
