namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Topics of one lane that are not sent to for a while, all of a topic together, so that its order holds.</summary>
/// <param name="time">Clock.</param>
public sealed class TopicHolds(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _until = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _barredSince = new(StringComparer.Ordinal);

    public bool Any
    {
        get
        {
            lock (_gate)
            {
                return _until.Count > 0;
            }
        }
    }

    /// <returns>True the first time since <see cref="Begin"/>: worth a line in the log.</returns>
    public bool Hold(string topic, TimeSpan span)
    {
        lock (_gate)
        {
            _until[topic] = time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
            return _told.Add(topic);
        }
    }

    /// <summary>The same for a topic that we may not write to; since when is kept over connections.</summary>
    public bool Bar(string topic, TimeSpan span)
    {
        lock (_gate)
        {
            _barredSince.TryAdd(topic, time.GetTimestamp());
        }

        return Hold(topic, span);
    }

    /// <returns>For how long nothing was allowed on the topic; zero when it is not barred.</returns>
    public TimeSpan BarredFor(string topic)
    {
        lock (_gate)
        {
            return _barredSince.TryGetValue(topic, out long since) ? time.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    /// <summary>Something on the topic was taken.</summary>
    public void Passed(string topic)
    {
        lock (_gate)
        {
            if (_barredSince.Count > 0)
            {
                _barredSince.Remove(topic);
            }
        }
    }

    /// <summary>A new connection: everything may be tried.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _until.Clear();
            _told.Clear();
        }
    }

    public bool IsHeld(string topic)
    {
        lock (_gate)
        {
            return _until.Count > 0 && _until.ContainsKey(topic);
        }
    }

    /// <summary>Frees what is due.</summary>
    /// <returns>True when something was freed: the lane starts again at its oldest reading.</returns>
    public bool ReleaseDue()
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            var due = _until.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList();
            due.ForEach(topic => _until.Remove(topic));
            return due.Count > 0;
        }
    }
}
