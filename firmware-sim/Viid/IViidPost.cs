namespace EdgeGateway.Sim.Viid;

/// <summary>How vehicles reach the server: one POST.</summary>
public interface IViidPost
{
    /// <param name="vehicles">Those of this POST, oldest first.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>What each was told: <see cref="Ledger.TruthLine.Ok"/> for the status 0, another word for a refusal, null when there was no answer.</returns>
    Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct);

    /// <summary>The same POST with the end of its JSON missing, in a whole HTTP message.</summary>
    Task SendUnfinishedAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct);
}
