using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>Waits for what the robot says of an action that was sent to it, and for the effect that the action is to have.</summary>
internal sealed class ActionWatch
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<ActionEnd>> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    /// <summary>Call before the action goes out.</summary>
    public Task<ActionEnd> Expect(string actionId)
    {
        var end = new TaskCompletionSource<ActionEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting[actionId] = end;
        }

        return end.Task;
    }

    public void Forget(string actionId)
    {
        lock (_gate)
        {
            _waiting.Remove(actionId);
            _underWay.Remove(actionId);
        }
    }

    /// <summary>Whether the robot has said that it has the action, and not how it ended.</summary>
    public bool IsUnderWay(string actionId)
    {
        lock (_gate)
        {
            return _underWay.Contains(actionId);
        }
    }

    /// <summary>A state came, repeated or not.</summary>
    public void Saw(VdaState state)
    {
        lock (_gate)
        {
            foreach (var (id, waiting) in _waiting)
            {
                if (EndOf(id, state) is { } end)
                {
                    waiting.TrySetResult(end);
                }
                else if (state.Actions.Any(action => action.Id == id))
                {
                    _underWay.Add(id);
                }
            }
        }
    }

    private static ActionEnd? EndOf(string id, VdaState state) => state.Actions.FirstOrDefault(action => action.Id == id)?.Status switch
    {
        VdaActionState.Finished => ActionEnd.Finished,
        VdaActionState.Failed => ActionEnd.Failed,
        null when state.Errors?.Any(error => error.IsAbout(id)) == true => ActionEnd.Rejected,
        _ => null,
    };
}

/// <summary>How an action ended, by the robot's word.</summary>
internal enum ActionEnd
{
    Finished,
    Failed,

    /// <summary>It never was one: an error names it and no state does.</summary>
    Rejected,
}
