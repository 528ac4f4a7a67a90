using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Batches of a backlog that wait for a place: alarms first, then events and telemetry 4 : 1, and never more in flight
/// than their share. Guarded by the window it belongs to.
/// </summary>
/// <param name="places">Most batches in flight, from 1.</param>
/// <param name="bytes">Most of their bytes in flight; a single batch may be larger.</param>
internal sealed class BackfillQueue(int places, long bytes)
{
    private const int TelemetryEvery = 5;

    private readonly Queue<(TaskCompletionSource Turn, int Bytes)>[] _waiting = [new(), new(), new()];
    private int _inFlight;
    private long _bytesInFlight;
    private int _handedOn;

    /// <summary>True when somebody waits and the share has room for him.</summary>
    public bool MayHandOn => First() is { } lane && HasRoom(lane.Peek().Bytes);

    public void Enqueue(Lane lane, TaskCompletionSource turn, int size) => _waiting[(int)lane].Enqueue((turn, size));

    /// <returns>False when others wait or the share is used up.</returns>
    public bool TryBegin(int size)
    {
        if (First() is not null || !HasRoom(size))
        {
            return false;
        }

        Begin(size);
        return true;
    }

    public void End(int size)
    {
        _inFlight--;
        _bytesInFlight -= size;
    }

    /// <summary>Gives the place to who is next.</summary>
    /// <returns>False when he has given up: the place is still free.</returns>
    public bool HandOn()
    {
        var (turn, size) = First()!.Dequeue();
        if (!turn.TrySetResult())
        {
            return false;
        }

        _handedOn++;
        Begin(size);
        return true;
    }

    private void Begin(int size)
    {
        _inFlight++;
        _bytesInFlight += size;
    }

    private bool HasRoom(int size) => _inFlight == 0 || (_inFlight < places && _bytesInFlight + size <= bytes);

    private Queue<(TaskCompletionSource Turn, int Bytes)>? First()
    {
        bool telemetry = _waiting[(int)Lane.Telemetry].Count > 0 && (_handedOn % TelemetryEvery == 0 || _waiting[(int)Lane.Event].Count == 0);
        return _waiting[(int)Lane.Alarm].Count > 0 ? _waiting[(int)Lane.Alarm]
            : telemetry ? _waiting[(int)Lane.Telemetry]
            : _waiting[(int)Lane.Event].Count > 0 ? _waiting[(int)Lane.Event] : null;
    }
}
