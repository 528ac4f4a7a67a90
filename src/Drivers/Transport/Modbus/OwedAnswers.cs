using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// What the units of a line may still answer. An answer is put down to the oldest question that it can belong to: the one to a
/// question that was given up may end the wait for its repetition, and then the repetition is what is still owed.
/// </summary>
/// <param name="time">Whose clock measures.</param>
public sealed class OwedAnswers(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<Question> _open = [];

    /// <summary>A question that goes out now.</summary>
    /// <param name="unit">Who is asked.</param>
    /// <param name="request">What.</param>
    /// <param name="latest">From now; behind that no answer comes any more.</param>
    public void Asked(byte unit, ModbusRequest request, TimeSpan latest)
    {
        lock (_gate)
        {
            ForgetOld();
            _open.Add(new Question(unit, request, time.GetTimestamp(), latest));
        }
    }

    /// <summary>An answer that fits the request came.</summary>
    public void Answered(byte unit, ModbusRequest request)
    {
        lock (_gate)
        {
            if (_open.FindIndex(one => one.CanBeTakenFor(unit, request)) is var oldest and >= 0)
            {
                _open.RemoveAt(oldest);
            }
        }
    }

    /// <summary>How long a unit must be left alone before this request.</summary>
    public TimeSpan LeaveAlone(byte unit, ModbusRequest request)
    {
        lock (_gate)
        {
            ForgetOld();

            // The same question has the same answer.
            var left = _open
                .Where(one => one.CanBeTakenFor(unit, request) && !(one.Request == request && request.Values.IsEmpty))
                .Select(Left);
            return left.DefaultIfEmpty(TimeSpan.Zero).Max();
        }
    }

    private TimeSpan Left(Question one) => one.Latest - time.GetElapsedTime(one.At);

    private void ForgetOld() => _open.RemoveAll(one => Left(one) <= TimeSpan.Zero);

    private sealed record Question(byte Unit, ModbusRequest Request, long At, TimeSpan Latest)
    {
        /// <summary>A frame names its unit and function; another function is never taken for it.</summary>
        public bool CanBeTakenFor(byte unit, ModbusRequest request) => Unit == unit && Request.Function == request.Function;
    }
}
