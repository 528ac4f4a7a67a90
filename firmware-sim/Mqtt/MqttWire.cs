using System.Buffers;
using System.IO.Pipelines;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Protocol.Mqtt.Writing;

namespace EdgeGateway.Sim.Mqtt;

/// <summary>Packets over a stream, for both ends of the simulator. Sends never wait: what is sent together leaves together; what is sent after the end is dropped.</summary>
public sealed class MqttWire : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly PipeReader _input;
    private readonly Pipe _output = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 16 * 1024, useSynchronizationContext: false));
    private readonly MqttReader _reader;
    private readonly Lock _sending = new();
    private readonly Task _sender;
    private long _waiting;
    private bool _finished;

    public MqttWire(Stream stream, int version, int maximumPacketSize)
    {
        _stream = stream;
        _reader = new MqttReader(version, maximumPacketSize);
        _input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        _sender = SendLoopAsync();
    }

    public int Version { get => _reader.Version; set => _reader.Version = value; }

    /// <summary>Largest packet that is taken from now on.</summary>
    public int MaximumPacketSize { set => _reader.MaximumPacketSize = value; }

    /// <summary>Bytes that were sent and not yet taken by the socket.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <returns>The next packet; null when the peer closed.</returns>
    /// <exception cref="MqttFaultException">What came is not MQTT.</exception>
    /// <exception cref="IOException">The link broke.</exception>
    public async ValueTask<MqttPacket?> ReceiveAsync(CancellationToken ct)
    {
        while (true)
        {
            ReadResult result = await _input.ReadAsync(ct).ConfigureAwait(false);
            MqttPacket? packet = Take(result.Buffer);
            if (packet is not null || result.IsCompleted)
            {
                return packet;
            }
        }
    }

    public void Send(MqttPacket packet)
    {
        lock (_sending)
        {
            if (!_finished)
            {
                MqttWriter.Write(_output.Writer, packet, Version);
                Push();
            }
        }
    }

    /// <summary>Bytes as they are, for misbehaving.</summary>
    public void SendRaw(ReadOnlySpan<byte> bytes)
    {
        lock (_sending)
        {
            if (!_finished)
            {
                _output.Writer.Write(bytes);
                Push();
            }
        }
    }

    /// <summary>Sends what is waiting, then closes.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        Finish();
        await _sender.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        Finish();
        await _sender.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private MqttPacket? Take(ReadOnlySequence<byte> buffer)
    {
        MqttReadStatus status = _reader.TryRead(ref buffer, out MqttPacket? packet);
        _input.AdvanceTo(buffer.Start, status == MqttReadStatus.Packet ? buffer.Start : buffer.End);
        return status == MqttReadStatus.Fault ? throw new MqttFaultException(_reader.Fault!) : packet;
    }

    private void Push()
    {
        Interlocked.Add(ref _waiting, _output.Writer.UnflushedBytes);
        _ = _output.Writer.FlushAsync().AsTask();
    }

    private void Finish()
    {
        lock (_sending)
        {
            _finished = true;
            _output.Writer.Complete();
        }
    }

    private async Task SendLoopAsync()
    {
        try
        {
            await SendAllAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The receiving side sees the same end and says so.
        }
        finally
        {
            Finish();
            await _output.Reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync()
    {
        while (true)
        {
            ReadResult result = await _output.Reader.ReadAsync().ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> piece in result.Buffer)
            {
                await _stream.WriteAsync(piece).ConfigureAwait(false);
            }

            Interlocked.Add(ref _waiting, -result.Buffer.Length);
            _output.Reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }
}
