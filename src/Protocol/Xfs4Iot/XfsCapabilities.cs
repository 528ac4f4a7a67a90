namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>What a service offers (kiosk.md section 1.3): its interfaces, and the versions of our four commands.</summary>
/// <param name="Interfaces">As the standard spells them; those of vendors are left out.</param>
/// <param name="Versions">Of each of our commands that it names, newest first; an empty list where it names a command without versions.</param>
public sealed record XfsCapabilities(IReadOnlyList<string> Interfaces, IReadOnlyDictionary<string, IReadOnlyList<XfsVersion>> Versions)
{
    public bool Offers(XfsCommand command) => Versions.ContainsKey(command.Name);

    /// <returns>The newest version that is offered; null when none is named.</returns>
    public XfsVersion? Newest(XfsCommand command) => Versions.TryGetValue(command.Name, out var all) && all.Count > 0 ? all[0] : null;

    /// <returns>The newest that is older by its major number than one that was refused; null when there is none.</returns>
    public XfsVersion? Below(XfsCommand command, XfsVersion refused) =>
        Versions.TryGetValue(command.Name, out var all) ? all.Cast<XfsVersion?>().FirstOrDefault(one => one!.Value.Major < refused.Major) : null;

    /// <summary>Of the device: <c>CardReader</c>, <c>Printer</c> ...; null when it is none that is known.</summary>
    public string? Class => XfsClasses.Of(Interfaces);
}
