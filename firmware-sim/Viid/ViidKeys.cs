namespace EdgeGateway.Sim.Viid;

/// <summary>Keys as firmwares spell them (plate-camera.md section 2.6, key-name hazards; T18).</summary>
public static class ViidKeys
{
    public static string Spell(string key, KeySpelling spelling) => spelling switch
    {
        KeySpelling.Misspelt => key switch
        {
            "DrivingStatusCode" => "DirvingStatusCode",
            "DisappearTime" => "DisapperaTime",
            "IsSuspicious" => "IsSupicious",
            _ => key,
        },
        KeySpelling.ZeroForO => key is "MotorVehicleListObject" or "MotorVehicleObjectList" ? "MotorVehicle0bjectList" : key,
        KeySpelling.LowerCase => key.ToLowerInvariant(),
        _ => key,
    };
}
