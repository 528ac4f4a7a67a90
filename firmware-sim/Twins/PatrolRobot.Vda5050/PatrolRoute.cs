namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>Round a rectangle for ever, with a rest at each corner.</summary>
internal sealed class PatrolRoute(RobotProfile profile)
{
    private static readonly (double X, double Y)[] s_ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <param name="gone">Time for which it was free to go.</param>
    public RoutePoint At(TimeSpan gone)
    {
        double left = gone.TotalSeconds;
        var (x, y) = (0.0, 0.0);
        for (int leg = 0; ; leg++)
        {
            double length = leg % 2 == 0 ? profile.Width : profile.Height;
            double drive = length / profile.Speed;
            var (dx, dy) = s_ways[leg % 4];
            if (left < drive)
            {
                return new RoutePoint(x + (dx * left * profile.Speed), y + (dy * left * profile.Speed), Math.Atan2(dy, dx), leg, true);
            }

            left -= drive;
            (x, y) = (x + (dx * length), y + (dy * length));
            if (left < profile.Dwell.TotalSeconds)
            {
                return new RoutePoint(x, y, Math.Atan2(dy, dx), leg + 1, false);
            }

            left -= profile.Dwell.TotalSeconds;
        }
    }
}

/// <param name="X">Metres.</param>
/// <param name="Y">Metres.</param>
/// <param name="Theta">Radians.</param>
/// <param name="Node">Corners that it has reached, from 0.</param>
/// <param name="Drives">False at a corner.</param>
internal readonly record struct RoutePoint(double X, double Y, double Theta, int Node, bool Drives);
