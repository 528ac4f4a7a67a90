using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// Modbus TCP: answers find their requests by transaction id, in any order; one that comes after its request was given up finds
/// nobody. Bytes that are no frame end the link, because where the next frame begins cannot be known any more.
/// </summary>
internal sealed class TcpModbusWire : IModbusWire
{
    private const int LateBehind = 4096;
    private const int LeastSilences = 3;
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_leastSilence = TimeSpan.FromSeconds(10);

    private readonly Stream _stream;
    private readonly ModbusBusSettings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<ushort, Question> _open = [];
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;
    private IOException? _gone;
    private ushort _last;
    private long _heard;
    private int _silences;

    /// <param name="stream">Connected; it is closed with this.</param>
    /// <param name="name">Host and port, for messages.</param>
    /// <param name="settings">Of the bus.</param>
    /// <param name="time">Whose clock measures.</param>
    public TcpModbusWire(Stream stream, string name, ModbusBusSettings settings, TimeProvider time)
    {
        (_stream, Name, _settings, _time) = (stream, name, settings, time);
        _heard = time.GetTimestamp();
        _reading = ReadAsync();
    }

    public string Name { get; }

    public TimeSpan LeaveAlone(byte unit, ModbusRequest request) => TimeSpan.Zero;

    public async Task<ModbusAnswer?> AskAsync(byte unit, ModbusRequest request, CancellationToken ct)
    {
        var question = new Question(unit, request);
        ushort id = Open(question);
        try
        {
            await SendAsync(MbapHeader.Frame(id, unit, ModbusWriter.Write(request)), ct).ConfigureAwait(false);
            return await question.Answer.Task.WaitAsync(_settings.AnswerTime, _time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            NoteSilence();
            return null;
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        End(new IOException($"the link to {Name} was closed"));
        await _reading.ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private ushort Open(Question question)
    {
        lock (_gate)
        {
            if (_gone is { } gone)
            {
                throw new IOException(gone.Message, gone);
            }

            while (!_open.TryAdd(++_last, question))
            {
            }

            return _last;
        }
    }

    /// <summary>Half a frame on the wire would spoil all that follow: once begun, only the end of the link stops it.</summary>
    private async Task SendAsync(byte[] frame, CancellationToken ct)
    {
        await _sending.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var sending = _stream.WriteAsync(frame, _closing.Token);
            if (!sending.IsCompletedSuccessfully)
            {
                await sending.AsTask().WaitAsync(s_longestWrite, _time, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            throw End(new IOException($"{Name} has taken nothing for {s_longestWrite.TotalSeconds:0} s"));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            throw End(Broken(error));
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[4096];
        var frames = new MbapStream();
        try
        {
            while (frames.Fault is null)
            {
                int count = await _stream.ReadAsync(buffer, _closing.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    End(new IOException($"{Name} closed the link: does it serve another master, was it restarted?"));
                    return;
                }

                Take(frames, buffer.AsSpan(0, count));
            }

            Fault(FaultKind.Garbled, frames.Fault);
            End(new IOException(frames.Fault == ModbusFaults.Protocol
                ? $"{Name} does not speak Modbus TCP (bytes 2 and 3 of a frame are not 0): is the port right, does it speak RTU over TCP?"
                : $"{Name} sent a frame of a length that Modbus TCP does not have: the link must begin anew"));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            End(Broken(error));
        }
    }

    private void Take(MbapStream frames, ReadOnlySpan<byte> bytes)
    {
        while (frames.Take(ref bytes) is { } frame)
        {
            Judge(frame);
        }
    }

    private void Judge(MbapFrame frame)
    {
        Question? question;
        bool late;
        lock (_gate)
        {
            (_heard, _silences) = (_time.GetTimestamp(), 0);
            question = _open.GetValueOrDefault(frame.Transaction);
            late = (ushort)(_last - frame.Transaction) < LateBehind;
        }

        if (question is null)
        {
            Fault(late ? FaultKind.Silent : FaultKind.Garbled, late ? "answer-late" : "answer-to-nobody");
        }
        else if (frame.Unit != question.Unit)
        {
            Fault(FaultKind.Garbled, ModbusFaults.OtherUnit);
        }
        else
        {
            var read = ModbusAnswerReader.Read(frame.Pdu.Span, question.Request);
            if (read.Fault is { } fault)
            {
                Fault(FaultKind.Garbled, fault);
            }

            // There will be no other answer to this question: who waits need not wait on.
            question.Answer.TrySetResult(read.Value);
        }
    }

    /// <summary>A peer without power says nothing at all, and the kernel would try for minutes.</summary>
    private void NoteSilence()
    {
        bool dead;
        lock (_gate)
        {
            var silence = _time.GetElapsedTime(_heard);
            dead = ++_silences >= LeastSilences && silence >= s_leastSilence && silence >= 3 * _settings.AnswerTime;
        }

        if (dead)
        {
            End(new IOException($"{Name} took questions and answered none of {_silences}: check its power and the units behind it"));
        }
    }

    private IOException End(IOException why)
    {
        Question[] left;
        lock (_gate)
        {
            _gone ??= why;
            left = [.. _open.Values];
        }

        _closing.Cancel();
        foreach (var question in left)
        {
            question.Answer.TrySetException(_gone);

            // Whoever could not even send does not wait for it.
            _ = question.Answer.Task.Exception;
        }

        return _gone;
    }

    private IOException Broken(Exception error) => new($"the link to {Name} broke: {error.Message}; check power and cable", error);

    private void Fault(FaultKind kind, string reason) => _settings.Fault?.Invoke(kind, reason);

    private sealed record Question(byte Unit, ModbusRequest Request)
    {
        public TaskCompletionSource<ModbusAnswer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
