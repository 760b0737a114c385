namespace Hillock.Lab.Tests;

public class ApprovedApi
{
    [Fact]
    public void The_public_api_is_the_approved_one() => PublicApi.ShouldBeApproved(typeof(Experiment).Assembly);
}
