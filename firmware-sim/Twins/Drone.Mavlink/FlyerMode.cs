namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What the autopilot is doing; the values are main and sub mode of PX4 in its mode word (drone.md section 1.8).</summary>
public enum FlyerMode : uint
{
    Ready = 0x01_04_00_00,
    TakeOff = 0x02_04_00_00,
    Hold = 0x03_04_00_00,
    Mission = 0x04_04_00_00,
    Return = 0x05_04_00_00,
    Land = 0x06_04_00_00,
}
