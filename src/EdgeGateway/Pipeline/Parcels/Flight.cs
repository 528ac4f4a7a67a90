namespace EdgeGateway.Pipeline.Parcels;

/// <summary>A reading of a record on its way to the disk. A record has one at a time, so that its versions have no holes whatever is refused.</summary>
/// <param name="Carried">Parts whose files go with it.</param>
/// <param name="Gone">Numbers of records that went over into this one, dropped in the same commit.</param>
internal sealed record Flight(int Version, long Revision, bool Final, bool Alarm, IReadOnlyList<ToldPart> Carried, IReadOnlyList<long> Gone)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it landed or was refused, and the record knows.</summary>
    public Task Over => _over.Task;

    public void End() => _over.SetResult();
}
