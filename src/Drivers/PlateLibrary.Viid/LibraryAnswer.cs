using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What the library answered: the HTTP status counts first, then the status inside (plate-camera.md section 2.2, V4's trap).</summary>
/// <param name="Http">HTTP status.</param>
/// <param name="Statuses">Every status in the body; none when it has none or cannot be read.</param>
public sealed record LibraryAnswer(int Http, IReadOnlyList<ViidStatus> Statuses)
{
    public bool IsHttpOk => Http is >= 200 and < 300;

    /// <summary>Enough for session requests: some libraries answer them with an empty 200.</summary>
    public bool IsNotRefused => IsHttpOk && Statuses.All(status => status.IsOk);

    /// <summary>The first status that is no success, or null.</summary>
    public int? Refusal => Statuses.FirstOrDefault(status => !status.IsOk)?.Code;

    /// <returns>True when the library says 0 for this object; a single status without an id, or about another id, speaks for it too.</returns>
    public bool Took(string id) => IsHttpOk && Statuses.Count > 0
        && (Statuses.FirstOrDefault(status => status.Id == id) is { } own ? own.IsOk : Statuses.Count == 1 && Statuses[0].IsOk);
}
