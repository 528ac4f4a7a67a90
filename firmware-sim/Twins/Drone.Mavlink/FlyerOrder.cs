namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Orders that the vehicle knows (drone.md section 1.6).</summary>
public enum FlyerOrder : ushort
{
    Return = 20,
    Land = 21,
    TakeOff = 22,
    SetMode = 176,
    Reposition = 192,
    PauseContinue = 193,
    MissionStart = 300,
    Arm = 400,
    SetInterval = 511,
    RequestMessage = 512,
    ImageStart = 2000,
}
