using System.Text.Json.Nodes;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>Events that want an answer and have none yet, oldest first: each is said again until it comes.</summary>
public sealed class DockPending(ITruthLedger ledger, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public void Add(string topic, JsonObject message, TruthLine? truth)
    {
        lock (_gate)
        {
            _waiting.Add(new Waiting(topic, message["tid"]!.GetValue<string>(), message.ToJsonString(), truth));
        }
    }

    /// <summary>What was said on this topic is old by now.</summary>
    public void Forget(string topic)
    {
        lock (_gate)
        {
            _waiting.RemoveAll(one => one.Topic == topic);
        }
    }

    /// <returns>What is to be said now.</returns>
    public IReadOnlyList<(string Topic, string Text)> Due(TimeSpan again)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            List<Waiting> due = _waiting.FindAll(one => one.Said is not { } said || now - said >= again);
            due.ForEach(one => one.Said = now);
            return [.. due.Select(one => (one.Topic, one.Text))];
        }
    }

    /// <summary>The link is new: whatever was said on the old one may be lost.</summary>
    public void Again()
    {
        lock (_gate)
        {
            _waiting.ForEach(one => one.Said = null);
        }
    }

    /// <summary>An answer came; one that is not 0 is none.</summary>
    public void Answer(string tid, int result)
    {
        lock (_gate)
        {
            if (result == 0 && _waiting.Find(one => one.Tid == tid) is { } one)
            {
                _waiting.Remove(one);
                Note(one, TruthLine.Ok);
            }
        }
    }

    /// <summary>Nobody says anything any more.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _waiting.ForEach(one => Note(one, TruthLine.None));
            _waiting.Clear();
        }
    }

    private void Note(Waiting one, string told)
    {
        if (one.Truth is { } truth)
        {
            ledger.Note(truth with { Told = told, At = time.GetUtcNow() });
        }
    }

    private sealed class Waiting(string topic, string tid, string text, TruthLine? truth)
    {
        public string Topic { get; } = topic;

        public string Tid { get; } = tid;

        public string Text { get; } = text;

        public TruthLine? Truth { get; } = truth;

        public DateTimeOffset? Said { get; set; }
    }
}
