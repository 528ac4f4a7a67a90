using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>Reads <see cref="RobotProfile"/>.</summary>
public static class RobotProfileReader
{
    private static readonly RobotProfile s_usual = new();

    public static RobotProfile Read(JsonSection json)
    {
        var profile = new RobotProfile
        {
            Version = json.Choice("version", s_usual.Version, ("2.0.0", "2.0.0"), ("2.1.0", "2.1.0"), ("3.0.0", "3.0.0")),
            Interface = json.Text("interface", s_usual.Interface),
            Manufacturer = json.Text("manufacturer", s_usual.Manufacturer),
            Serial = json.Text("serialNumber", s_usual.Serial),
            Map = json.Text("map", s_usual.Map),
            Width = json.Number("width", s_usual.Width, 1, 10_000),
            Height = json.Number("height", s_usual.Height, 1, 10_000),
            Speed = json.Number("speed", s_usual.Speed, 0.01, 20),
            Dwell = json.Duration("dwell", s_usual.Dwell),
            StateEvery = json.Duration("stateEvery", s_usual.StateEvery),
            VisualizationEvery = json.Duration("visualizationEvery", s_usual.VisualizationEvery),
            ErrorEvery = json.Duration("errorEvery", s_usual.ErrorEvery),
            WarningEvery = json.Duration("warningEvery", s_usual.WarningEvery),
            StopEvery = json.Duration("stopEvery", s_usual.StopEvery),
            TroubleFor = json.Duration("troubleFor", s_usual.TroubleFor),
            RestartEvery = json.Duration("restartEvery", s_usual.RestartEvery),
            Drain = json.Number("drain", s_usual.Drain, 0, 100),
            Obedience = json.Choice(
                "obedience", s_usual.Obedience, ("obeys", RobotObedience.Obeys), ("fails", RobotObedience.Fails), ("rejects", RobotObedience.Rejects),
                ("obeys-silently", RobotObedience.ObeysSilently), ("ignores", RobotObedience.Ignores)),
        };
        json.Done();
        return profile;
    }
}
