namespace EdgeGateway.Uplink.Mqtt;

/// <summary>Asks for a sign of life in time and notices when none comes (section 3.1.2.10).</summary>
/// <param name="interval">Keep-alive in force.</param>
/// <param name="time">The clock.</param>
internal sealed class MqttKeepAlive(TimeSpan interval, TimeProvider time)
{
    private long _lastHeard = time.GetTimestamp();
    private long _lastPing = time.GetTimestamp();

    /// <summary>Bytes came.</summary>
    public void Heard() => Interlocked.Exchange(ref _lastHeard, time.GetTimestamp());

    /// <summary>Returns when the link is dead or <paramref name="ct"/> fires.</summary>
    /// <param name="lastSent">Time stamp of the last bytes that left.</param>
    /// <param name="ping">Sends PINGREQ.</param>
    /// <param name="ct">The link ended otherwise.</param>
    public async Task RunAsync(Func<long> lastSent, Action ping, CancellationToken ct)
    {
        TimeSpan look = interval / 16;
        using var timer = new PeriodicTimer(look, time);
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
        {
            TimeSpan silence = time.GetElapsedTime(Interlocked.Read(ref _lastHeard));

            // What the next look would find too late counts now: dead is said within one and a half intervals.
            if (silence > (interval * 1.5) - look)
            {
                return;
            }

            if (IsPingDue(silence, time.GetElapsedTime(lastSent())))
            {
                _lastPing = time.GetTimestamp();
                ping();
            }
        }
    }

    /// <summary>
    /// Also when only the other direction is quiet: a half-open link takes our bytes for a long time and answers nothing.
    /// </summary>
    private bool IsPingDue(TimeSpan silence, TimeSpan sinceSent)
    {
        TimeSpan due = interval * 0.75;
        return time.GetElapsedTime(_lastPing) >= due && (silence >= due || sinceSent >= due);
    }
}
