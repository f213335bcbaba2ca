/** All rules, by their ids. Made by `node scripts/generate-rules.ts`. Do not edit. */
import type { Rule } from '../rule.ts';
import { adhocCompletionCondition } from '../rules/activities/adhoc-completion-condition.ts';
import { adhocHasActivity } from '../rules/activities/adhoc-has-activity.ts';
import { adhocNoStartEnd } from '../rules/activities/adhoc-no-start-end.ts';
import { callActivityRecursion } from '../rules/activities/call-activity-recursion.ts';
import { callActivityTarget } from '../rules/activities/call-activity-target.ts';
import { calledElementInFile } from '../rules/activities/called-element-in-file.ts';
import { cancelBoundaryInterrupting } from '../rules/activities/cancel-boundary-interrupting.ts';
import { collapsedSameName } from '../rules/activities/collapsed-same-name.ts';
import { compensateActivityref } from '../rules/activities/compensate-activityref.ts';
import { compensationBoundaryAssociation } from '../rules/activities/compensation-boundary-association.ts';
import { compensationBoundaryNoOutgoing } from '../rules/activities/compensation-boundary-no-outgoing.ts';
import { compensationHandlerAttached } from '../rules/activities/compensation-handler-attached.ts';
import { compensationHandlerMarked } from '../rules/activities/compensation-handler-marked.ts';
import { compensationHandlerNoFlow } from '../rules/activities/compensation-handler-no-flow.ts';
import { dataAssociationEnds } from '../rules/activities/data-association-ends.ts';
import { dataNeverWritten } from '../rules/activities/data-never-written.ts';
import { dataObjectRefName } from '../rules/activities/data-object-ref-name.ts';
import { dataObjectUnused } from '../rules/activities/data-object-unused.ts';
import { emptySubprocess } from '../rules/activities/empty-subprocess.ts';
import { eventSubprocessDuplicate } from '../rules/activities/event-subprocess-duplicate.ts';
import { eventSubprocessErrorInterrupting } from '../rules/activities/event-subprocess-error-interrupting.ts';
import { eventSubprocessInScope } from '../rules/activities/event-subprocess-in-scope.ts';
import { eventSubprocessNoFlow } from '../rules/activities/event-subprocess-no-flow.ts';
import { eventSubprocessSingleStart } from '../rules/activities/event-subprocess-single-start.ts';
import { eventSubprocessTypedStart } from '../rules/activities/event-subprocess-typed-start.ts';
import { loopCondition } from '../rules/activities/loop-condition.ts';
import { miCardinalityOrCollection } from '../rules/activities/mi-cardinality-or-collection.ts';
import { miElementNeedsCollection } from '../rules/activities/mi-element-needs-collection.ts';
import { miEventBehavior } from '../rules/activities/mi-event-behavior.ts';
import { receiveInstantiateNoIncoming } from '../rules/activities/receive-instantiate-no-incoming.ts';
import { scriptHasFormat } from '../rules/activities/script-has-format.ts';
import { serviceTaskImplementation } from '../rules/activities/service-task-implementation.ts';
import { subprocessEndTested } from '../rules/activities/subprocess-end-tested.ts';
import { subprocessNoIospec } from '../rules/activities/subprocess-no-iospec.ts';
import { subprocessNoneStart } from '../rules/activities/subprocess-none-start.ts';
import { transactionCancelConsistent } from '../rules/activities/transaction-cancel-consistent.ts';
import { userTaskAssignment } from '../rules/activities/user-task-assignment.ts';
import { deadActivity } from '../rules/behaviour/dead-activity.ts';
import { deadlockXorAnd } from '../rules/behaviour/deadlock-xor-and.ts';
import { joinUnreachableBranch } from '../rules/behaviour/join-unreachable-branch.ts';
import { lackOfSyncAndXor } from '../rules/behaviour/lack-of-sync-and-xor.ts';
import { livelock } from '../rules/behaviour/livelock.ts';
import { messageLeft } from '../rules/behaviour/message-left.ts';
import { waitsForEver } from '../rules/behaviour/waits-for-ever.ts';
import { andOnpartsConflict } from '../rules/cases/and-onparts-conflict.ts';
import { applicabilityRuleExists } from '../rules/cases/applicability-rule-exists.ts';
import { autocompleteRequired } from '../rules/cases/autocomplete-required.ts';
import { casePlanModelRequired } from '../rules/cases/case-plan-model-required.ts';
import { caseTaskRef } from '../rules/cases/case-task-ref.ts';
import { casefileItemUnused } from '../rules/cases/casefile-item-unused.ts';
import { casefileMultiplicity } from '../rules/cases/casefile-multiplicity.ts';
import { casefileNotEmpty } from '../rules/cases/casefile-not-empty.ts';
import { casefileOnpartExists } from '../rules/cases/casefile-onpart-exists.ts';
import { controlByType } from '../rules/cases/control-by-type.ts';
import { criterionNeedsSentry } from '../rules/cases/criterion-needs-sentry.ts';
import { defaultControlCasePlan } from '../rules/cases/default-control-case-plan.ts';
import { discretionaryNotSelf } from '../rules/cases/discretionary-not-self.ts';
import { discretionaryTypes } from '../rules/cases/discretionary-types.ts';
import { endlessRepetition } from '../rules/cases/endless-repetition.ts';
import { entryOnCasePlan } from '../rules/cases/entry-on-case-plan.ts';
import { entryOnpartNotOwnChild } from '../rules/cases/entry-onpart-not-own-child.ts';
import { eventListenerNoCriteria } from '../rules/cases/event-listener-no-criteria.ts';
import { exitBeforeEntry } from '../rules/cases/exit-before-entry.ts';
import { exitCriterionRefExit } from '../rules/cases/exit-criterion-ref-exit.ts';
import { exitCriterionRefOwner } from '../rules/cases/exit-criterion-ref-owner.ts';
import { ifpartBoolean } from '../rules/cases/ifpart-boolean.ts';
import { listenerUnused } from '../rules/cases/listener-unused.ts';
import { manualActivationExplicit } from '../rules/cases/manual-activation-explicit.ts';
import { maxStageItems } from '../rules/cases/max-stage-items.ts';
import { milestoneNaming } from '../rules/cases/milestone-naming.ts';
import { milestoneNoExit } from '../rules/cases/milestone-no-exit.ts';
import { milestoneUnused } from '../rules/cases/milestone-unused.ts';
import { milestoneWithoutEntry } from '../rules/cases/milestone-without-entry.ts';
import { noStageRecursion } from '../rules/cases/no-stage-recursion.ts';
import { nonblockingNoExit } from '../rules/cases/nonblocking-no-exit.ts';
import { nonblockingNoOutput } from '../rules/cases/nonblocking-no-output.ts';
import { nonblockingNoPlanningTable } from '../rules/cases/nonblocking-no-planning-table.ts';
import { onpartNotOwnParent } from '../rules/cases/onpart-not-own-parent.ts';
import { onpartNotSelf } from '../rules/cases/onpart-not-self.ts';
import { onpartSourceScope } from '../rules/cases/onpart-source-scope.ts';
import { onpartValidEvent } from '../rules/cases/onpart-valid-event.ts';
import { parameterBindingExists } from '../rules/cases/parameter-binding-exists.ts';
import { parameterMappingValid } from '../rules/cases/parameter-mapping-valid.ts';
import { planFragmentNoCriteria } from '../rules/cases/plan-fragment-no-criteria.ts';
import { planItemDefinition } from '../rules/cases/plan-item-definition.ts';
import { planItemName } from '../rules/cases/plan-item-name.ts';
import { planModelNotEmpty } from '../rules/cases/plan-model-not-empty.ts';
import { planningTablePlace } from '../rules/cases/planning-table-place.ts';
import { repetitionNeedsEntry } from '../rules/cases/repetition-needs-entry.ts';
import { requiredWithFalseRule } from '../rules/cases/required-with-false-rule.ts';
import { roleExists } from '../rules/cases/role-exists.ts';
import { sentryCycle } from '../rules/cases/sentry-cycle.ts';
import { sentryNeverFires } from '../rules/cases/sentry-never-fires.ts';
import { sentryNotEmpty } from '../rules/cases/sentry-not-empty.ts';
import { sentrySameContainer } from '../rules/cases/sentry-same-container.ts';
import { singleUseFragment } from '../rules/cases/single-use-fragment.ts';
import { stageCannotComplete } from '../rules/cases/stage-cannot-complete.ts';
import { taskNaming } from '../rules/cases/task-naming.ts';
import { timerListenerConfigured } from '../rules/cases/timer-listener-configured.ts';
import { unreachablePlanItem } from '../rules/cases/unreachable-plan-item.ts';
import { blackboxPoolEmpty } from '../rules/collaboration/blackbox-pool-empty.ts';
import { catchHasOutgoingMessageFlow } from '../rules/collaboration/catch-has-outgoing-message-flow.ts';
import { emptyLane } from '../rules/collaboration/empty-lane.ts';
import { laneMembershipUnique } from '../rules/collaboration/lane-membership-unique.ts';
import { laneNodeCoverage } from '../rules/collaboration/lane-node-coverage.ts';
import { messageFlowDifferentPools } from '../rules/collaboration/message-flow-different-pools.ts';
import { messageFlowGateway } from '../rules/collaboration/message-flow-gateway.ts';
import { messageFlowLabel } from '../rules/collaboration/message-flow-label.ts';
import { messageFlowNotEndTarget } from '../rules/collaboration/message-flow-not-end-target.ts';
import { messageFlowNotStartSource } from '../rules/collaboration/message-flow-not-start-source.ts';
import { messageFlowSource } from '../rules/collaboration/message-flow-source.ts';
import { messageFlowTarget } from '../rules/collaboration/message-flow-target.ts';
import { noChoreographyInProcess } from '../rules/collaboration/no-choreography-in-process.ts';
import { poolLaneName } from '../rules/collaboration/pool-lane-name.ts';
import { poolProcessUnique } from '../rules/collaboration/pool-process-unique.ts';
import { publicProcessNotExecutable } from '../rules/collaboration/public-process-not-executable.ts';
import { receiveTaskHasMessageFlow } from '../rules/collaboration/receive-task-has-message-flow.ts';
import { sendTaskHasMessageFlow } from '../rules/collaboration/send-task-has-message-flow.ts';
import { callDataMatches } from '../rules/data/call-data-matches.ts';
import { choreographyReference } from '../rules/data/choreography-reference.ts';
import { collectionMatchesItem } from '../rules/data/collection-matches-item.ts';
import { dataAssociationSingleSource } from '../rules/data/data-association-single-source.ts';
import { dataInASet } from '../rules/data/data-in-a-set.ts';
import { dataNamesMessage } from '../rules/data/data-names-message.ts';
import { eventData } from '../rules/data/event-data.ts';
import { executableFormalExpression } from '../rules/data/executable-formal-expression.ts';
import { executableOperation } from '../rules/data/executable-operation.ts';
import { formalExpressionBody } from '../rules/data/formal-expression-body.ts';
import { globalConversationContent } from '../rules/data/global-conversation-content.ts';
import { messageDataSets } from '../rules/data/message-data-sets.ts';
import { messageItemTypes } from '../rules/data/message-item-types.ts';
import { miDataItem } from '../rules/data/mi-data-item.ts';
import { operationDataSets } from '../rules/data/operation-data-sets.ts';
import { operationItemTypes } from '../rules/data/operation-item-types.ts';
import { participantMultiplicity } from '../rules/data/participant-multiplicity.ts';
import { quantityAtLeastOne } from '../rules/data/quantity-at-least-one.ts';
import { serviceBinding } from '../rules/data/service-binding.ts';
import { setMembersListed } from '../rules/data/set-members-listed.ts';
import { setsPointBack } from '../rules/data/sets-point-back.ts';
import { throwDefinitionUnshared } from '../rules/data/throw-definition-unshared.ts';
import { diContainment } from '../rules/diagram/di-containment.ts';
import { diDangling } from '../rules/diagram/di-dangling.ts';
import { diEdgeWaypoints } from '../rules/diagram/di-edge-waypoints.ts';
import { edgeCrossings } from '../rules/diagram/edge-crossings.ts';
import { edgeDocked } from '../rules/diagram/edge-docked.ts';
import { flowDirection } from '../rules/diagram/flow-direction.ts';
import { labelInsideBounds } from '../rules/diagram/label-inside-bounds.ts';
import { noBpmndi } from '../rules/diagram/no-bpmndi.ts';
import { noEdgeOverlay } from '../rules/diagram/no-edge-overlay.ts';
import { noOverlappingElements } from '../rules/diagram/no-overlapping-elements.ts';
import { standardSize } from '../rules/diagram/standard-size.ts';
import { elementSupported } from '../rules/engines/element-supported.ts';
import { executableProcess } from '../rules/engines/executable-process.ts';
import { feelEquals } from '../rules/engines/feel-equals.ts';
import { feelSyntax } from '../rules/engines/feel-syntax.ts';
import { historyTtl } from '../rules/engines/history-ttl.ts';
import { idLength } from '../rules/engines/id-length.ts';
import { ioMapping } from '../rules/engines/io-mapping.ts';
import { noDuplicateHeaders } from '../rules/engines/no-duplicate-headers.ts';
import { secretsFormat } from '../rules/engines/secrets-format.ts';
import { subscriptionCorrelation } from '../rules/engines/subscription-correlation.ts';
import { variableName } from '../rules/engines/variable-name.ts';
import { boundaryHasOutgoing } from '../rules/events/boundary-has-outgoing.ts';
import { boundaryHostSameScope } from '../rules/events/boundary-host-same-scope.ts';
import { boundaryNoIncoming } from '../rules/events/boundary-no-incoming.ts';
import { boundaryOnEventSubprocess } from '../rules/events/boundary-on-event-subprocess.ts';
import { boundaryTypes } from '../rules/events/boundary-types.ts';
import { cancelBoundaryOnTransaction } from '../rules/events/cancel-boundary-on-transaction.ts';
import { catchNeedsTrigger } from '../rules/events/catch-needs-trigger.ts';
import { catchTypes } from '../rules/events/catch-types.ts';
import { conditionalHasCondition } from '../rules/events/conditional-has-condition.ts';
import { duplicateBoundaryTrigger } from '../rules/events/duplicate-boundary-trigger.ts';
import { errorBoundaryMatches } from '../rules/events/error-boundary-matches.ts';
import { errorEventHasCode } from '../rules/events/error-event-has-code.ts';
import { escalationBoundaryHost } from '../rules/events/escalation-boundary-host.ts';
import { escalationHasCode } from '../rules/events/escalation-has-code.ts';
import { intermediateIncoming } from '../rules/events/intermediate-incoming.ts';
import { intermediateOutgoing } from '../rules/events/intermediate-outgoing.ts';
import { linkName } from '../rules/events/link-name.ts';
import { linkNotBoth } from '../rules/events/link-not-both.ts';
import { linkPair } from '../rules/events/link-pair.ts';
import { linkSameLevel } from '../rules/events/link-same-level.ts';
import { messageEventHasMessage } from '../rules/events/message-event-has-message.ts';
import { noCompensationCatchInFlow } from '../rules/events/no-compensation-catch-in-flow.ts';
import { signalEventHasSignal } from '../rules/events/signal-event-has-signal.ts';
import { throwEventLabel } from '../rules/events/throw-event-label.ts';
import { throwTypes } from '../rules/events/throw-types.ts';
import { timerConfigured } from '../rules/events/timer-configured.ts';
import { timerCycleInterrupting } from '../rules/events/timer-cycle-interrupting.ts';
import { timerIso8601 } from '../rules/events/timer-iso8601.ts';
import { ebgInstantiate } from '../rules/gateways/ebg-instantiate.ts';
import { ebgNoMix } from '../rules/gateways/ebg-no-mix.ts';
import { ebgReceiveNoBoundary } from '../rules/gateways/ebg-receive-no-boundary.ts';
import { ebgTargetSingleIncoming } from '../rules/gateways/ebg-target-single-incoming.ts';
import { ebgTargets } from '../rules/gateways/ebg-targets.ts';
import { ebgTwoOutgoing } from '../rules/gateways/ebg-two-outgoing.ts';
import { fakeJoin } from '../rules/gateways/fake-join.ts';
import { gatewayBranches } from '../rules/gateways/gateway-branches.ts';
import { gatewayDirection } from '../rules/gateways/gateway-direction.ts';
import { joinNoLabel } from '../rules/gateways/join-no-label.ts';
import { loopBackJoin } from '../rules/gateways/loop-back-join.ts';
import { noComplexGateway } from '../rules/gateways/no-complex-gateway.ts';
import { noGatewayJoinFork } from '../rules/gateways/no-gateway-join-fork.ts';
import { noImplicitSplit } from '../rules/gateways/no-implicit-split.ts';
import { noInclusiveGateway } from '../rules/gateways/no-inclusive-gateway.ts';
import { noLinkAfterEbg } from '../rules/gateways/no-link-after-ebg.ts';
import { orJoinExclusive } from '../rules/gateways/or-join-exclusive.ts';
import { structured } from '../rules/gateways/structured.ts';
import { superfluousFlowLabel } from '../rules/gateways/superfluous-flow-label.ts';
import { xorQuestionLabel } from '../rules/gateways/xor-question-label.ts';
import { duplicateId } from '../rules/references/duplicate-id.ts';
import { duplicateNameInScope } from '../rules/references/duplicate-name-in-scope.ts';
import { globalHasName } from '../rules/references/global-has-name.ts';
import { incomingOutgoingConsistent } from '../rules/references/incoming-outgoing-consistent.ts';
import { nameEqualsProcess } from '../rules/references/name-equals-process.ts';
import { oneNamespaceOneFile } from '../rules/references/one-namespace-one-file.ts';
import { suppressionNamesRule } from '../rules/references/suppression-names-rule.ts';
import { suppressionNeedsReason } from '../rules/references/suppression-needs-reason.ts';
import { unresolvedReference } from '../rules/references/unresolved-reference.ts';
import { unusedDefinition } from '../rules/references/unused-definition.ts';
import { unusedSuppression } from '../rules/references/unused-suppression.ts';
import { conditionMissing } from '../rules/sequence-flow/condition-missing.ts';
import { conditionOnWrongSource } from '../rules/sequence-flow/condition-on-wrong-source.ts';
import { conditionOnlyFlow } from '../rules/sequence-flow/condition-only-flow.ts';
import { conditionParses } from '../rules/sequence-flow/condition-parses.ts';
import { defaultFlowNoCondition } from '../rules/sequence-flow/default-flow-no-condition.ts';
import { defaultFlowOwner } from '../rules/sequence-flow/default-flow-owner.ts';
import { defaultOnWrongElement } from '../rules/sequence-flow/default-on-wrong-element.ts';
import { defaultRecommended } from '../rules/sequence-flow/default-recommended.ts';
import { isimmediateFalse } from '../rules/sequence-flow/isimmediate-false.ts';
import { noCrossPoolFlow } from '../rules/sequence-flow/no-cross-pool-flow.ts';
import { noCrossSubprocessFlow } from '../rules/sequence-flow/no-cross-subprocess-flow.ts';
import { noDisconnected } from '../rules/sequence-flow/no-disconnected.ts';
import { noDuplicateSequenceFlows } from '../rules/sequence-flow/no-duplicate-sequence-flows.ts';
import { noImplicitEnd } from '../rules/sequence-flow/no-implicit-end.ts';
import { noImplicitStart } from '../rules/sequence-flow/no-implicit-start.ts';
import { noLoneStep } from '../rules/sequence-flow/no-lone-step.ts';
import { noPathToEnd } from '../rules/sequence-flow/no-path-to-end.ts';
import { noSelfFlowOnGateway } from '../rules/sequence-flow/no-self-flow-on-gateway.ts';
import { nodeNeedsIncoming } from '../rules/sequence-flow/node-needs-incoming.ts';
import { nodeNeedsOutgoing } from '../rules/sequence-flow/node-needs-outgoing.ts';
import { sequenceFlowEnds } from '../rules/sequence-flow/sequence-flow-ends.ts';
import { unreachableNode } from '../rules/sequence-flow/unreachable-node.ts';
import { calledProcessNoneStart } from '../rules/start-end/called-process-none-start.ts';
import { cancelEndInTransaction } from '../rules/start-end/cancel-end-in-transaction.ts';
import { distinctEndNames } from '../rules/start-end/distinct-end-names.ts';
import { endEventRequired } from '../rules/start-end/end-event-required.ts';
import { endHasIncoming } from '../rules/start-end/end-has-incoming.ts';
import { endMessageFlowTrigger } from '../rules/start-end/end-message-flow-trigger.ts';
import { endNoOutgoing } from '../rules/start-end/end-no-outgoing.ts';
import { endTypes } from '../rules/start-end/end-types.ts';
import { eventNameWithTrigger } from '../rules/start-end/event-name-with-trigger.ts';
import { processStartTypes } from '../rules/start-end/process-start-types.ts';
import { singleBlankStart } from '../rules/start-end/single-blank-start.ts';
import { singleEventDefinition } from '../rules/start-end/single-event-definition.ts';
import { startEventRequired } from '../rules/start-end/start-event-required.ts';
import { startHasOutgoing } from '../rules/start-end/start-has-outgoing.ts';
import { startIffEnd } from '../rules/start-end/start-iff-end.ts';
import { startMessageFlowTrigger } from '../rules/start-end/start-message-flow-trigger.ts';
import { startNoIncoming } from '../rules/start-end/start-no-incoming.ts';
import { superfluousTermination } from '../rules/start-end/superfluous-termination.ts';
import { documentProcess } from '../rules/style/document-process.ts';
import { elementSubset } from '../rules/style/element-subset.ts';
import { eventPastParticiple } from '../rules/style/event-past-participle.ts';
import { explicitTaskType } from '../rules/style/explicit-task-type.ts';
import { labelCase } from '../rules/style/label-case.ts';
import { labelLength } from '../rules/style/label-length.ts';
import { labelRequired } from '../rules/style/label-required.ts';
import { maxDegree } from '../rules/style/max-degree.ts';
import { maxElements } from '../rules/style/max-elements.ts';
import { maxNesting } from '../rules/style/max-nesting.ts';
import { noAndOrInLabel } from '../rules/style/no-and-or-in-label.ts';
import { noTypeWordInLabel } from '../rules/style/no-type-word-in-label.ts';
import { noUnexplainedAbbreviation } from '../rules/style/no-unexplained-abbreviation.ts';
import { oneStartOneEnd } from '../rules/style/one-start-one-end.ts';
import { verbObject } from '../rules/style/verb-object.ts';

export const rules: readonly Rule[] = [
  subprocessNoneStart,
  eventSubprocessNoFlow,
  eventSubprocessSingleStart,
  eventSubprocessTypedStart,
  eventSubprocessDuplicate,
  eventSubprocessErrorInterrupting,
  eventSubprocessInScope,
  emptySubprocess,
  transactionCancelConsistent,
  cancelBoundaryInterrupting,
  compensationBoundaryNoOutgoing,
  compensationBoundaryAssociation,
  compensationHandlerMarked,
  compensationHandlerNoFlow,
  compensationHandlerAttached,
  compensateActivityref,
  adhocHasActivity,
  adhocNoStartEnd,
  adhocCompletionCondition,
  miCardinalityOrCollection,
  miElementNeedsCollection,
  miEventBehavior,
  loopCondition,
  receiveInstantiateNoIncoming,
  scriptHasFormat,
  serviceTaskImplementation,
  userTaskAssignment,
  callActivityTarget,
  callActivityRecursion,
  dataAssociationEnds,
  subprocessNoIospec,
  dataObjectUnused,
  dataObjectRefName,
  dataNeverWritten,
  subprocessEndTested,
  collapsedSameName,
  calledElementInFile,
  sentryCycle,
  sentryNeverFires,
  unreachablePlanItem,
  andOnpartsConflict,
  stageCannotComplete,
  exitBeforeEntry,
  repetitionNeedsEntry,
  endlessRepetition,
  requiredWithFalseRule,
  milestoneWithoutEntry,
  listenerUnused,
  milestoneUnused,
  casefileItemUnused,
  manualActivationExplicit,
  maxStageItems,
  milestoneNaming,
  taskNaming,
  singleUseFragment,
  casePlanModelRequired,
  planModelNotEmpty,
  planItemDefinition,
  planItemName,
  noStageRecursion,
  entryOnCasePlan,
  eventListenerNoCriteria,
  milestoneNoExit,
  nonblockingNoExit,
  nonblockingNoOutput,
  nonblockingNoPlanningTable,
  planFragmentNoCriteria,
  criterionNeedsSentry,
  sentryNotEmpty,
  sentrySameContainer,
  onpartSourceScope,
  onpartNotSelf,
  entryOnpartNotOwnChild,
  onpartNotOwnParent,
  onpartValidEvent,
  exitCriterionRefExit,
  exitCriterionRefOwner,
  casefileOnpartExists,
  ifpartBoolean,
  defaultControlCasePlan,
  controlByType,
  autocompleteRequired,
  planningTablePlace,
  discretionaryNotSelf,
  discretionaryTypes,
  applicabilityRuleExists,
  roleExists,
  timerListenerConfigured,
  caseTaskRef,
  parameterMappingValid,
  parameterBindingExists,
  casefileMultiplicity,
  casefileNotEmpty,
  executableFormalExpression,
  formalExpressionBody,
  collectionMatchesItem,
  choreographyReference,
  participantMultiplicity,
  globalConversationContent,
  quantityAtLeastOne,
  operationDataSets,
  operationItemTypes,
  messageDataSets,
  messageItemTypes,
  callDataMatches,
  serviceBinding,
  miDataItem,
  dataInASet,
  setMembersListed,
  setsPointBack,
  dataAssociationSingleSource,
  eventData,
  throwDefinitionUnshared,
  executableOperation,
  dataNamesMessage,
  noBpmndi,
  diDangling,
  diEdgeWaypoints,
  noOverlappingElements,
  noEdgeOverlay,
  edgeDocked,
  edgeCrossings,
  flowDirection,
  standardSize,
  labelInsideBounds,
  diContainment,
  executableProcess,
  elementSupported,
  feelSyntax,
  feelEquals,
  historyTtl,
  noDuplicateHeaders,
  subscriptionCorrelation,
  secretsFormat,
  ioMapping,
  variableName,
  idLength,
  gatewayBranches,
  gatewayDirection,
  noGatewayJoinFork,
  noImplicitSplit,
  fakeJoin,
  noComplexGateway,
  noInclusiveGateway,
  orJoinExclusive,
  ebgTwoOutgoing,
  ebgTargets,
  ebgNoMix,
  ebgTargetSingleIncoming,
  ebgReceiveNoBoundary,
  ebgInstantiate,
  noLinkAfterEbg,
  deadlockXorAnd,
  lackOfSyncAndXor,
  joinUnreachableBranch,
  livelock,
  structured,
  xorQuestionLabel,
  joinNoLabel,
  superfluousFlowLabel,
  waitsForEver,
  deadActivity,
  loopBackJoin,
  intermediateIncoming,
  intermediateOutgoing,
  catchTypes,
  throwTypes,
  noCompensationCatchInFlow,
  catchNeedsTrigger,
  boundaryNoIncoming,
  boundaryHasOutgoing,
  boundaryTypes,
  boundaryHostSameScope,
  boundaryOnEventSubprocess,
  cancelBoundaryOnTransaction,
  escalationBoundaryHost,
  duplicateBoundaryTrigger,
  errorBoundaryMatches,
  linkPair,
  linkName,
  linkNotBoth,
  linkSameLevel,
  timerConfigured,
  timerIso8601,
  timerCycleInterrupting,
  conditionalHasCondition,
  messageEventHasMessage,
  signalEventHasSignal,
  errorEventHasCode,
  escalationHasCode,
  throwEventLabel,
  messageFlowDifferentPools,
  messageFlowSource,
  messageFlowTarget,
  messageFlowNotStartSource,
  messageFlowNotEndTarget,
  messageFlowGateway,
  sendTaskHasMessageFlow,
  receiveTaskHasMessageFlow,
  catchHasOutgoingMessageFlow,
  messageFlowLabel,
  poolProcessUnique,
  blackboxPoolEmpty,
  publicProcessNotExecutable,
  laneMembershipUnique,
  laneNodeCoverage,
  emptyLane,
  poolLaneName,
  noChoreographyInProcess,
  messageLeft,
  unresolvedReference,
  duplicateId,
  incomingOutgoingConsistent,
  duplicateNameInScope,
  nameEqualsProcess,
  unusedDefinition,
  globalHasName,
  unusedSuppression,
  suppressionNeedsReason,
  oneNamespaceOneFile,
  suppressionNamesRule,
  startNoIncoming,
  startHasOutgoing,
  endNoOutgoing,
  endHasIncoming,
  startIffEnd,
  startEventRequired,
  endEventRequired,
  processStartTypes,
  endTypes,
  singleBlankStart,
  startMessageFlowTrigger,
  endMessageFlowTrigger,
  cancelEndInTransaction,
  calledProcessNoneStart,
  superfluousTermination,
  singleEventDefinition,
  eventNameWithTrigger,
  distinctEndNames,
  sequenceFlowEnds,
  noCrossPoolFlow,
  noCrossSubprocessFlow,
  noSelfFlowOnGateway,
  noDuplicateSequenceFlows,
  nodeNeedsIncoming,
  nodeNeedsOutgoing,
  noDisconnected,
  conditionOnlyFlow,
  conditionOnWrongSource,
  conditionMissing,
  defaultFlowOwner,
  defaultFlowNoCondition,
  defaultOnWrongElement,
  defaultRecommended,
  conditionParses,
  isimmediateFalse,
  unreachableNode,
  noPathToEnd,
  noImplicitStart,
  noImplicitEnd,
  noLoneStep,
  labelRequired,
  verbObject,
  eventPastParticiple,
  noTypeWordInLabel,
  labelLength,
  noUnexplainedAbbreviation,
  noAndOrInLabel,
  labelCase,
  maxElements,
  maxDegree,
  oneStartOneEnd,
  maxNesting,
  elementSubset,
  documentProcess,
  explicitTaskType,
];
