namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>Judges a MotorVehicleID (plate-camera.md section 2.5). Nothing is rewritten: what is wrong with it becomes a flag.</summary>
public static class MotorVehicleId
{
    public const string Malformed = "ID_MALFORMED";
    public const string TypePair = "ID_TYPE_PAIR";
    public const string DeviceMismatch = "ID_DEVICE_MISMATCH";

    /// <param name="text">As received; null when there is none.</param>
    /// <param name="device">The 20 digits that it should begin with; null when they are not known.</param>
    /// <returns>The flags it deserves; none for a good one.</returns>
    public static IReadOnlyList<string> Flags(string? text, string? device)
    {
        if (ViidId.Parse(text) is not { Kind: ViidIdKind.Semantic } id)
        {
            return [Malformed];
        }

        var flags = new List<string>(0);
        if (id.Type != ViidTypes.Picture || id.ObjectType != ViidTypes.MotorVehicle)
        {
            flags.Add(TypePair);
        }

        if (device is not null && id.Owner != device)
        {
            flags.Add(DeviceMismatch);
        }

        return flags;
    }
}
