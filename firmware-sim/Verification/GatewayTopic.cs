namespace EdgeGateway.Sim.Verification;

/// <summary>A topic of one gateway, taken apart (contract section 1).</summary>
/// <param name="Prefix"><c>{root}/{shard}/{site}/{gw}</c>: which gateway it is.</param>
/// <param name="Gateway">Gateway id.</param>
/// <param name="Below">The levels after it.</param>
public sealed record GatewayTopic(string Prefix, string Gateway, string[] Below)
{
    private const int LevelsOfGateway = 3;

    /// <returns>Null when the topic lies elsewhere.</returns>
    public static GatewayTopic? Parse(string root, string topic)
    {
        if (!topic.StartsWith(root + "/", StringComparison.Ordinal))
        {
            return null;
        }

        string[] levels = topic[(root.Length + 1)..].Split('/');
        return levels.Length <= LevelsOfGateway
            ? null
            : new GatewayTopic($"{root}/{levels[0]}/{levels[1]}/{levels[2]}", levels[2], levels[LevelsOfGateway..]);
    }
}
