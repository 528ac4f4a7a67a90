namespace EdgeGateway.Protocol.Plates;

/// <summary>Which list of plate colours a peer means by hpys: one project documents two (plate-camera.md section 2.8).</summary>
public enum HpysList
{
    /// <summary>0 white, 1 yellow, 2 blue, 3 black, 4 green, 5 not recognised, 9 other; a camera vendor's own note agrees.</summary>
    Common,

    /// <summary>1 blue, 2 yellow, 3 white, 4 black, 5 green; it has no number for anything else.</summary>
    Second,
}
