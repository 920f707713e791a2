import { QueryClient, QueryKey } from '@tanstack/react-query';
import { ComponentProps, ComponentType, ReactNode, Ref } from 'react';

/**
 * What the event stream says: something changed or went away, and sometimes what it is now. With `since`, the values are
 * all in which `version` differs from that one.
 */
export interface ChangeEvent {
	/** The kind of the object: `vm`, `job`, or what a bundle has of its own. */
	type: string;
	id: string;
	action: "changed" | "removed";
	version?: number;
	since?: number;
	values?: Record<string, unknown>;
}
interface components {
	schemas: {
		AcceptanceRequest: {
			token?: string;
			name?: string;
			password?: string;
		};
		AccountPage: {
			items: components["schemas"]["ManagedAccount"][];
			nextCursor: string | null;
			/** Format: int64 */
			total?: number;
		};
		ActionRequest: {
			action?: components["schemas"]["PowerAction"] | components["schemas"]["RepairAction"];
			priority?: components["schemas"]["JobPriority"];
		};
		ApiToken: {
			/** Format: uuid */
			id: string;
			name: string;
			scopes: string[];
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			expiresAt: string | null;
			/** Format: date-time */
			lastUsedAt: string | null;
		};
		ApiTokenPage: {
			items: components["schemas"]["ApiToken"][];
			nextCursor: string | null;
		};
		ApiTokenRequest: {
			name?: string;
			scopes?: string[];
			/** Format: date-time */
			expiresAt?: string;
		};
		AuditChange: {
			attribute: string;
			before: string | null;
			after: string | null;
		};
		BulkPlan: {
			targets: components["schemas"]["VmRef"][];
			skipped: components["schemas"]["BulkPlanLeft"][];
		};
		BulkPlanLeft: {
			vm: components["schemas"]["VmRef"];
			problem: components["schemas"]["Problem"];
		};
		BulkRequest: {
			action?: components["schemas"]["VmAction"];
			ids?: string[];
			q?: string;
			priority?: components["schemas"]["JobPriority"];
		};
		Capacity: {
			/** Format: int32 */
			vcpus: number;
			/** Format: int64 */
			memoryMib: number;
			/** Format: int64 */
			diskGib: number;
		};
		CodeRequest: {
			code?: string;
		};
		ConfirmRequest: {
			code?: string;
			password?: string;
		};
		Contribution: {
			id: string;
			name: string;
			sdk: string;
			module: string;
		};
		Contributions: {
			build: string;
			sdk: string;
			items: components["schemas"]["Contribution"][];
		};
		CountedTag: {
			tag: string;
			/** Format: int64 */
			vms: number;
			/** Format: int64 */
			exact: number;
		};
		CountedTagPage: {
			items: components["schemas"]["CountedTag"][];
			nextCursor: string | null;
		};
		/** @enum {string} */
		Credential: "SESSION" | "PASSWORD" | "KEY" | "TOKEN" | "SYSTEM";
		DeletionRequest: {
			password?: string;
		};
		Delivery: {
			ready: boolean;
		};
		/** @enum {string} */
		Density: "COMFORTABLE" | "COMPACT";
		/** @enum {string} */
		DesiredPower: "RUNNING" | "STOPPED" | "PAUSED";
		EmailRequest: {
			email?: string;
			password?: string;
		};
		Enrolment: {
			secret: string;
			uri: string;
		};
		FactorRequest: {
			challenge?: string;
			code?: string;
		};
		FieldError: {
			pointer: string;
			detail: string;
			code: string | null;
			args: {
				[key: string]: unknown;
			};
		};
		ForgotRequest: {
			email?: string;
		};
		Host: {
			/** Format: uuid */
			id: string;
			name: string;
			uri: string;
			backend: string;
			state: components["schemas"]["HostState"];
			/** Format: int32 */
			cpus: number;
			/** Format: int64 */
			memoryMib: number;
			/** Format: int64 */
			storageGib: number;
			used: components["schemas"]["Capacity"];
			capabilities: string[];
			accelerated: boolean;
			/** Format: int32 */
			vms: number;
			/** Format: int64 */
			version: number;
		};
		HostPage: {
			items: components["schemas"]["Host"][];
			nextCursor: string | null;
		};
		/** @enum {string} */
		HostState: "UP" | "DOWN" | "MAINTENANCE";
		Image: {
			/** Format: uuid */
			id: string;
			name: string;
			os: string;
			version: string;
			arch: string;
			format: components["schemas"]["ImageFormat"];
			/** Format: int64 */
			virtualSizeBytes: number;
			/** Format: int64 */
			sizeBytes: number;
			sha256: string | null;
			defaultUser: string;
			state: components["schemas"]["ImageState"];
			source: string;
			/** Format: date-time */
			createdAt: string;
		};
		ImageCopy: {
			kind: components["schemas"]["ImageCopyKind"];
			id: string;
			name: string;
		};
		/** @enum {string} */
		ImageCopyKind: "NODE" | "HOST";
		/** @enum {string} */
		ImageFormat: "QCOW2" | "RAW";
		ImagePage: {
			items: components["schemas"]["Image"][];
			nextCursor: string | null;
		};
		/** @enum {string} */
		ImageState: "AVAILABLE" | "IMPORTING" | "READY" | "FAILED";
		Invitation: {
			email: string;
			name: string;
			/** Format: int32 */
			minPasswordLength: number;
		};
		InvitationRequest: {
			email?: string;
			name?: string;
			role?: components["schemas"]["Role"];
			quota?: components["schemas"]["QuotaOverride"];
			locale?: string;
		};
		Job: {
			/** Format: uuid */
			id: string;
			kind: string;
			action: string | null;
			subject: components["schemas"]["Subject"];
			owner: components["schemas"]["Owner"];
			state: components["schemas"]["JobState"];
			priority: components["schemas"]["JobPriority"];
			/** Format: int32 */
			attempt: number;
			/** Format: int32 */
			maxAttempts: number;
			progress: components["schemas"]["JobProgress"];
			problem: components["schemas"]["Problem"] | null;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			scheduledAt: string;
			/** Format: date-time */
			startedAt: string | null;
			/** Format: date-time */
			finishedAt: string | null;
			node: string | null;
			waitReason: components["schemas"]["WaitReason"] | null;
			/** Format: uuid */
			parentId: string | null;
			result: components["schemas"]["JobResult"] | null;
			/** Format: int64 */
			version: number;
		};
		JobLogLine: {
			/** Format: int64 */
			seq: number;
			/** Format: date-time */
			at: string;
			/** Format: int32 */
			attempt: number;
			text: string;
			code: string | null;
			args: {
				[key: string]: unknown;
			};
		};
		JobLogLinePage: {
			items: components["schemas"]["JobLogLine"][];
			nextCursor: string | null;
		};
		JobPage: {
			items: components["schemas"]["Job"][];
			nextCursor: string | null;
			/** Format: int64 */
			total?: number;
			states?: {
				[key: string]: number;
			};
		};
		/** @enum {string} */
		JobPriority: "CRITICAL" | "HIGH" | "NORMAL" | "LOW";
		JobProgress: {
			/** Format: int32 */
			percent: number;
			step: string | null;
			stepCode: string | null;
			stepArgs: {
				[key: string]: unknown;
			};
		};
		JobResult: {
			/** Format: int64 */
			done: number;
			/** Format: int64 */
			failed: number;
			/** Format: int64 */
			skipped: number;
		};
		/** @enum {string} */
		JobState: "SCHEDULED" | "AVAILABLE" | "RUNNING" | "RETRYABLE" | "COMPLETED" | "DISCARDED" | "CANCELLED";
		LoginRequest: {
			email?: string;
			password?: string;
		};
		Mail: {
			/** Format: uuid */
			id: string;
			to: string;
			template: string;
			language: string;
			subject: string;
			text: string | null;
			html: string | null;
			links: string[];
			state: components["schemas"]["MailState"];
			problem: components["schemas"]["Problem"] | null;
			/** Format: uuid */
			jobId: string;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			sentAt: string | null;
			/** Format: int64 */
			version: number;
		};
		MailPage: {
			items: components["schemas"]["Mail"][];
			nextCursor: string | null;
		};
		MailPreview: {
			subject: string;
			text: string;
			html: string;
		};
		/** @enum {string} */
		MailState: "OUTBOX" | "QUEUED" | "SENT" | "DEAD";
		MailTemplate: {
			name: string;
			arguments: string[];
			translations: components["schemas"]["MailTranslation"][];
			/** Format: int64 */
			version: number;
		};
		MailTemplatePage: {
			items: components["schemas"]["MailTemplate"][];
			nextCursor: string | null;
		};
		MailTranslation: {
			language: string;
			standard: components["schemas"]["MailWords"];
			chosen: components["schemas"]["MailWords"] | null;
		};
		MailWords: {
			subject: string;
			text: string;
			html: string | null;
		};
		MailWordsRequest: {
			subject?: string;
			text?: string;
			html?: string;
		};
		ManagedAccount: {
			/** Format: uuid */
			id: string;
			email: string;
			name: string;
			role: components["schemas"]["Role"];
			state: components["schemas"]["UserState"];
			locale: string;
			mustChangePassword: boolean;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			lastLoginAt: string | null;
			quota: components["schemas"]["QuotaOverride"];
			/** Format: date-time */
			invitedAt: string | null;
			/** Format: date-time */
			invitedUntil: string | null;
			/** Format: int64 */
			version: number;
		};
		Message: {
			code: string | null;
			args: {
				[key: string]: unknown;
			};
			text: string;
		};
		NewApiToken: {
			/** Format: uuid */
			id: string;
			name: string;
			scopes: string[];
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			expiresAt: string | null;
			token: string;
		};
		/** @enum {string} */
		Outcome: "DONE" | "REFUSED";
		Owner: {
			/** Format: uuid */
			id: string;
			email: string;
		};
		PasswordRequest: {
			currentPassword?: string;
			newPassword?: string;
		};
		/** @enum {string} */
		PowerAction: "start" | "shutdown" | "stop" | "reboot" | "reset" | "pause" | "resume";
		Preferences: {
			theme: components["schemas"]["Theme"] | null;
			density: components["schemas"]["Density"] | null;
			shortcuts: boolean | null;
			columns: {
				[key: string]: string[];
			};
		};
		PreferencesPatch: {
			columns?: {
				[key: string]: string[];
			} | null;
			density?: components["schemas"]["Density"] | null;
			shortcuts?: boolean | null;
			theme?: components["schemas"]["Theme"] | null;
		};
		Preset: {
			name: string;
			/** Format: int32 */
			vcpus: number;
			/** Format: int32 */
			memoryMib: number;
			/** Format: int32 */
			diskGib: number;
			/** Format: int64 */
			version: number;
		};
		PresetPage: {
			items: components["schemas"]["Preset"][];
			nextCursor: string | null;
		};
		PresetRequest: {
			/** Format: int32 */
			vcpus?: number;
			/** Format: int32 */
			memoryMib?: number;
			/** Format: int32 */
			diskGib?: number;
		};
		Problem: {
			type: string;
			title: string;
			/** Format: int32 */
			status: number;
			detail: string;
			instance?: string;
			errors?: components["schemas"]["FieldError"][];
			remedy?: string;
			incident?: string;
			code?: string;
			args?: {
				[key: string]: unknown;
			};
			remedyCode?: string;
			remedyArgs?: {
				[key: string]: unknown;
			};
		};
		Profile: {
			/** Format: uuid */
			id: string;
			email: string;
			name: string;
			role: components["schemas"]["Role"];
			state: components["schemas"]["UserState"];
			locale: string;
			localeChosen: boolean;
			preferences: components["schemas"]["Preferences"];
			mustChangePassword: boolean;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			lastLoginAt: string | null;
			/** Format: int64 */
			version: number;
		};
		ProfilePatch: {
			locale?: string | null;
			name?: string | null;
			preferences?: components["schemas"]["PreferencesPatch"] | null;
		};
		Proof: {
			sound: boolean;
			/** Format: int64 */
			records: number;
			/** Format: int64 */
			waiting: number;
			/** Format: int64 */
			last: number;
			head: string;
			/** Format: int64 */
			wrong: number | null;
		};
		QuotaOverride: {
			/** Format: int64 */
			vms: number | null;
			/** Format: int64 */
			vcpus: number | null;
			/** Format: int64 */
			memoryMib: number | null;
			/** Format: int64 */
			diskGib: number | null;
		};
		QuotaPatch: {
			/** Format: int64 */
			diskGib?: number | null;
			/** Format: int64 */
			memoryMib?: number | null;
			/** Format: int64 */
			vcpus?: number | null;
			/** Format: int64 */
			vms?: number | null;
		};
		RecoveryCodes: {
			recoveryCodes: string[];
		};
		RegisterRequest: {
			email?: string;
			password?: string;
			name?: string;
			locale?: string;
		};
		RegistrationTerms: {
			open: boolean;
			domains: string[];
			/** Format: int32 */
			minPasswordLength: number;
		};
		/** @enum {string} */
		RepairAction: "check" | "recreate" | "forget" | "retry";
		ResetRequest: {
			token?: string;
			password?: string;
		};
		/** @enum {string} */
		Role: "ADMIN" | "USER";
		SavedView: {
			/** Format: uuid */
			id: string;
			page: string;
			name: string;
			q: string;
			state: string | null;
			sort: string | null;
			columns: string[];
			density: components["schemas"]["Density"] | null;
			shared: boolean;
			owner: components["schemas"]["Owner"];
			/** Format: date-time */
			createdAt: string;
			/** Format: int64 */
			version: number;
		};
		SavedViewPage: {
			items: components["schemas"]["SavedView"][];
			nextCursor: string | null;
		};
		SecondFactor: {
			enabled: boolean;
			/** Format: date-time */
			since: string | null;
			/** Format: int32 */
			recoveryCodes: number;
			required: boolean;
		};
		Session: {
			/** Format: uuid */
			id: string;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			lastUsedAt: string;
			/** Format: date-time */
			expiresAt: string;
			userAgent: string;
			address: string;
			current: boolean;
		};
		SessionPage: {
			items: components["schemas"]["Session"][];
			nextCursor: string | null;
		};
		Setting: {
			name: string;
			label: string;
			description: string;
			type: components["schemas"]["SettingType"];
			options: string[];
			/** Format: int64 */
			minimum: number | null;
			/** Format: int64 */
			maximum: number | null;
			origin: components["schemas"]["SettingOrigin"];
			former: unknown | null;
			present: boolean;
		};
		SettingGroup: {
			pid: string;
			name: string;
			settings: components["schemas"]["Setting"][];
			values: {
				[key: string]: unknown;
			};
			/** Format: date-time */
			changedAt: string | null;
			changedBy: string | null;
			/** Format: int64 */
			version: number;
		};
		SettingGroupPage: {
			items: components["schemas"]["SettingGroup"][];
			nextCursor: string | null;
		};
		/** @enum {string} */
		SettingOrigin: "HERE" | "NODE" | "DEFAULT";
		/** @enum {string} */
		SettingType: "TEXT" | "NUMBER" | "FLAG" | "CHOICE" | "SECRET";
		SettingsPatch: {
			values?: {
				[key: string]: unknown;
			};
		};
		SshKey: {
			/** Format: uuid */
			id: string;
			name: string;
			type: string;
			fingerprint: string;
			publicKey: string;
			/** Format: date-time */
			createdAt: string;
		};
		SshKeyPage: {
			items: components["schemas"]["SshKey"][];
			nextCursor: string | null;
		};
		SshKeyRequest: {
			name?: string;
			publicKey?: string;
		};
		StoredRecord: {
			/** Format: uuid */
			id: string;
			/** Format: int64 */
			number: number | null;
			/** Format: date-time */
			at: string;
			/** Format: uuid */
			userId: string | null;
			who: string;
			credential: components["schemas"]["Credential"] | null;
			/** Format: uuid */
			sessionId: string | null;
			action: string;
			objectType: string;
			objectId: string | null;
			objectName: string;
			address: string | null;
			outcome: components["schemas"]["Outcome"];
			problem: string | null;
			changes: components["schemas"]["AuditChange"][];
			hash: string | null;
		};
		StoredRecordPage: {
			items: components["schemas"]["StoredRecord"][];
			nextCursor: string | null;
		};
		Subject: {
			type: string;
			/** Format: uuid */
			id: string;
			name: string;
		};
		/** @enum {string} */
		Theme: "SYSTEM" | "LIGHT" | "DARK";
		TokenRequest: {
			token?: string;
		};
		Usage: {
			vms: components["schemas"]["UsageShare"];
			vcpus: components["schemas"]["UsageShare"];
			memoryMib: components["schemas"]["UsageShare"];
			diskGib: components["schemas"]["UsageShare"];
		};
		UsageShare: {
			/** Format: int64 */
			used: number;
			/** Format: int64 */
			limit: number;
		};
		User: {
			/** Format: uuid */
			id: string;
			email: string;
			name: string;
			role: components["schemas"]["Role"];
			state: components["schemas"]["UserState"];
			locale: string;
			mustChangePassword: boolean;
			mustEnrolSecondFactor: boolean;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			lastLoginAt: string | null;
			/** Format: int64 */
			version: number;
		};
		UserPatch: {
			quota?: components["schemas"]["QuotaPatch"] | null;
			role?: components["schemas"]["Role"] | null;
			state?: components["schemas"]["UserState"] | null;
		};
		/** @enum {string} */
		UserState: "UNVERIFIED" | "ACTIVE" | "DISABLED";
		ViewPatch: {
			columns?: string[] | null;
			density?: components["schemas"]["Density"] | null;
			name?: string | null;
			q?: string | null;
			shared?: boolean | null;
			sort?: string | null;
			state?: string | null;
		};
		ViewRequest: {
			page?: string;
			name?: string;
			q?: string;
			state?: string;
			sort?: string;
			columns?: string[];
			density?: components["schemas"]["Density"];
			shared?: boolean;
		};
		Vm: {
			/** Format: uuid */
			id: string;
			name: string;
			owner: components["schemas"]["Owner"];
			image: components["schemas"]["VmRef"];
			host: components["schemas"]["VmRef"] | null;
			/** Format: int32 */
			vcpus: number;
			/** Format: int32 */
			memoryMib: number;
			/** Format: int32 */
			diskGib: number;
			network: string;
			tags: string[];
			autostart: boolean;
			desiredPower: components["schemas"]["DesiredPower"];
			state: components["schemas"]["VmState"];
			addresses: string[];
			console: components["schemas"]["VmConsole"];
			problem: components["schemas"]["Problem"] | null;
			job: components["schemas"]["VmWork"] | null;
			protected: boolean;
			/** Format: date-time */
			deletedAt: string | null;
			/** Format: date-time */
			expiresAt: string | null;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			startedAt: string | null;
			/** Format: int64 */
			version: number;
		};
		/** @enum {string} */
		VmAction: "start" | "shutdown" | "stop" | "reboot" | "reset" | "pause" | "resume" | "delete" | "purge" | "restore";
		VmConsole: {
			vnc: boolean;
			serial: boolean;
		};
		VmPage: {
			items: components["schemas"]["Vm"][];
			nextCursor: string | null;
			/** Format: int64 */
			total?: number;
			states?: {
				[key: string]: number;
			};
		};
		VmPatch: {
			name?: string | null;
			protected?: boolean | null;
			tags?: string[] | null;
		};
		VmRef: {
			/** Format: uuid */
			id: string;
			name: string;
		};
		VmRequest: {
			name?: string;
			/** Format: uuid */
			imageId?: string;
			/** Format: int32 */
			vcpus?: number;
			/** Format: int32 */
			memoryMib?: number;
			/** Format: int32 */
			diskGib?: number;
			network?: string;
			sshKeys?: string[];
			userData?: string;
			tags?: string[];
			autostart?: boolean;
			/** Format: uuid */
			hostId?: string;
			priority?: components["schemas"]["JobPriority"];
			/** Format: int32 */
			count?: number;
			/** Format: int32 */
			firstNumber?: number;
		};
		/** @enum {string} */
		VmState: "REQUESTED" | "PROVISIONING" | "RUNNING" | "STOPPED" | "PAUSED" | "FAILED" | "DELETING" | "LOST";
		VmWork: {
			/** Format: uuid */
			id: string;
			kind: string;
			action: string | null;
			state: components["schemas"]["JobState"];
			progress: components["schemas"]["JobProgress"];
			/** Format: int64 */
			version: number;
		};
		WaitReason: {
			code: string;
			argument: string;
			text: string;
			places: components["schemas"]["Message"][];
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
type Schemas = components["schemas"];
type FieldError = Schemas["FieldError"];
export type Host = Schemas["Host"];
type Image$1 = Schemas["Image"];
export type Job = Schemas["Job"];
export type JobState = Schemas["JobState"];
export type Problem = Schemas["Problem"];
type SavedView = Schemas["SavedView"];
export type User = Schemas["User"];
export type Vm = Schemas["Vm"];
export type VmState = Schemas["VmState"];
export type IconName = keyof typeof SHAPES;
declare const SHAPES: {
	add: import("react").JSX.Element;
	alert: import("react").JSX.Element;
	arrowDown: import("react").JSX.Element;
	arrowLeft: import("react").JSX.Element;
	arrowUp: import("react").JSX.Element;
	bookmark: import("react").JSX.Element;
	check: import("react").JSX.Element;
	chevron: import("react").JSX.Element;
	close: import("react").JSX.Element;
	columns: import("react").JSX.Element;
	copy: import("react").JSX.Element;
	download: import("react").JSX.Element;
	edit: import("react").JSX.Element;
	host: import("react").JSX.Element;
	image: import("react").JSX.Element;
	jobs: import("react").JSX.Element;
	language: import("react").JSX.Element;
	lock: import("react").JSX.Element;
	logout: import("react").JSX.Element;
	mail: import("react").JSX.Element;
	menu: import("react").JSX.Element;
	more: import("react").JSX.Element;
	moon: import("react").JSX.Element;
	panel: import("react").JSX.Element;
	overview: import("react").JSX.Element;
	pause: import("react").JSX.Element;
	play: import("react").JSX.Element;
	plug: import("react").JSX.Element;
	power: import("react").JSX.Element;
	reboot: import("react").JSX.Element;
	reset: import("react").JSX.Element;
	resume: import("react").JSX.Element;
	search: import("react").JSX.Element;
	settings: import("react").JSX.Element;
	shield: import("react").JSX.Element;
	stop: import("react").JSX.Element;
	sun: import("react").JSX.Element;
	system: import("react").JSX.Element;
	terminal: import("react").JSX.Element;
	trash: import("react").JSX.Element;
	user: import("react").JSX.Element;
	vms: import("react").JSX.Element;
};
/** A picture beside a text or inside a named control; never the only thing that says something. */
export declare function Icon({ name, className }: {
	name: IconName;
	className?: string;
}): import("react").JSX.Element;
/** Who may see a part: whoever is logged in; administrators. There are no contributions without a session. */
export type Access = "user" | "admin";
/** What has a place among others: the lower the number, the earlier; 100 where none is given. */
export interface Ordered {
	order?: number;
}
/** A heading in the navigation, under which entries stand. */
export interface NavigationGroup<Key extends string = string> extends Ordered {
	id: string;
	label: Key;
}
/** A place that the navigation leads to. */
export interface NavigationEntry<Key extends string = string> extends Ordered {
	to: string;
	icon: IconName;
	label: Key;
	/** The id of a group. OBox has `compute` and `operations`; where there is no such group, it stands under `other`. */
	group: string;
	access?: Access;
}
/** A page at an address. */
export interface PageRoute {
	/**
	 * As React Router writes it, without the first slash: `racks/:id`. The first part is a fixed name that no other contributor
	 * has pages below.
	 */
	path: string;
	page: ComponentType;
	access?: Access;
}
/** Something of a page that shows one object, a tab of it for example. */
export interface Content<Props> extends Ordered {
	/** Unique among all that contribute to the same point. Part of the address where there is one. */
	id: string;
	content: ComponentType<Props>;
}
/** A tab beside others, with an address of its own. */
export interface Tab<Props, Key extends string = string> extends Content<Props> {
	label: Key;
}
/** A panel on an overview: what is worked with in the wide column, what is looked up in the narrow one. */
export interface Card<Props> extends Content<Props> {
	area: "main" | "side";
}
/** A column of a list. */
export interface Column<Props, Key extends string = string> extends Content<Props> {
	label: Key;
	/** Whether a value says by itself what it is: on a small screen, where rows are cards, others stand beside their label. */
	bare?: boolean;
	/** In pixels; columns without it share what is left. */
	width?: number;
	/** Classes of the head, for the width; of the cell, which is a row of its own on a small screen where none are given. */
	headClass?: string;
	cellClass?: string;
	/** What the server's `sort=` calls the order by this column, if it knows one. */
	sort?: string;
	/** Whether it is sorted the largest or newest first. */
	descends?: boolean;
	/** Whether it is shown only to those who choose it. */
	hidden?: boolean;
}
/** A small graph in a row of a list, 60 by 28 pixels: as wide and as high as its place, whatever it shows. */
export type Sparkline<Props, Key extends string = string> = Tab<Props, Key>;
/** Something that the command palette offers: a place to go to, or something to do. */
export type Command<Key extends string = string> = Ordered & {
	id: string;
	label: Key;
	icon?: IconName;
} & ({
	to: string;
} | {
	run: () => void;
});
/**
 * Something that the menus of an object offer, on its page and in lists: a place to go to, something to do, or something to ask or
 * to fill in first.
 */
export type MenuEntry<Props, Key extends string = string> = Ordered & {
	id: string;
	label: Key;
	icon?: IconName;
	/** What takes something away. */
	harmful?: boolean;
	/** The key of why it can't be done at the moment; undefined where it can. */
	unavailable?: (props: Props) => Key | undefined;
	/** Whether a dialog of its own opens with the page of the object, because something was left in it. */
	left?: (props: Props, user: User) => boolean;
} & ({
	to: (props: Props) => string;
} | {
	run: (props: Props) => void;
}
/** A dialog, which is there from when it is chosen until it says that it is closed. */
 | {
	dialog: ComponentType<Props & {
		onClose: () => void;
	}>;
});
/** A section of the settings; its id is part of the address. */
export interface SettingsSection<Key extends string = string> extends Tab<object, Key> {
	access?: Access;
}
/** How jobs of a kind are called. */
export interface JobKind<Key extends string = string> {
	kind: string;
	/** Where the name is that of jobs with this action only. */
	action?: string;
	label: Key;
	/** Stands beside the name. */
	icon?: IconName;
	/** Jobs of this kind have parts, which are jobs of their own. */
	parts?: boolean;
}
/** Objects that jobs are about, and the page that shows one of them. */
export interface ObjectType {
	type: string;
	path: (id: string) => string;
}
/** What an event of a type means for the answers that the page has cached. */
export interface EventType {
	/** As the event stream names it. */
	type: string;
	/**
	 * Writes what the event tells into cached answers.
	 *
	 * @returns the keys of those that it does not tell enough for; they are asked for again
	 */
	mend: (event: ChangeEvent, queryClient: QueryClient) => QueryKey[];
}
/** Every point of the page that can be contributed to, and what is contributed there. */
export interface ContributionPoints<Key extends string = string> {
	navigationGroups: NavigationGroup<Key>;
	navigation: NavigationEntry<Key>;
	routes: PageRoute;
	/** Above every page. */
	banners: Content<object>;
	/** Small controls for how the page looks, in the settings and on the login page. */
	preferences: Content<object>;
	settings: SettingsSection<Key>;
	commands: Command<Key>;
	/** On the overview, where people begin. */
	cards: Card<object>;
	vmTabs: Tab<{
		vm: Vm;
	}, Key>;
	vmCards: Card<{
		vm: Vm;
	}>;
	vmColumns: Column<{
		vm: Vm;
	}, Key>;
	/** In the list of VMs, which shows the first two and has room for them before there are any. */
	vmSparklines: Sparkline<{
		vm: Vm;
	}, Key>;
	/** In the menu of a VM's page, and in that of its row. */
	vmMenu: MenuEntry<{
		vm: Vm;
	}, Key>;
	/** Beside the menu of a VM's page. */
	vmActions: Content<{
		vm: Vm;
	}>;
	hostTabs: Tab<{
		host: Host;
	}, Key>;
	jobKinds: JobKind<Key>;
	objectTypes: ObjectType;
	eventTypes: EventType;
}
export type ContributionPoint = keyof ContributionPoints;
/** Texts by their keys, as i18next reads them. */
export interface Texts {
	[key: string]: string | Texts;
}
/** All that one part adds to the page. */
export type Contribution<Key extends string = string> = {
	readonly [P in ContributionPoint]?: readonly ContributionPoints<Key>[P][];
} & {
	/** Unique: the bundle's symbolic name, say. */
	readonly id: string;
	/** What people call it; they read it where it has a fault. */
	readonly name: string;
	/** Texts by language. Labels are keys in them, and so is what its components translate. English is needed. */
	readonly texts?: Readonly<Record<string, Texts>>;
};
/** Says that this is a contribution; a module that is loaded at run time exports one as its default. */
export declare function defineContribution<Key extends string>(contribution: Contribution<Key>): Contribution<Key>;
/** A component whose script is loaded apart from the first one. */
export type Later<Props> = ComponentType<Props> & {
	load: () => Promise<unknown>;
	/** Begins to load it, and ends when it can be drawn at once, or is known to have failed; undefined if that is so already. */
	pending: () => Promise<void> | undefined;
};
/**
 * Makes one. It loads when it is shown, or before by `load`: once the server has a newer build of the page, an open
 * browser finds the older scripts no more, so nothing should be left for long. What failed stays failed however often it is
 * drawn, for each drawing would begin anew otherwise; `load` and a slot's "Try again" ask for it again.
 */
export declare function later<Props extends object>(script: () => Promise<ComponentType<Props>>): Later<Props>;
/** The text of a key, with values put in where it has `{{name}}`; `count` chooses the plural form. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;
/** Translates with the texts of the contribution that the component belongs to. */
export declare function useTexts(): {
	t: Translate;
	language: string;
};
type Query = Record<string, string | number | undefined | null>;
export interface RequestOptions {
	query?: Query;
	body?: unknown;
	headers?: Record<string, string>;
	signal?: AbortSignal;
}
export declare const api: {
	get: <T>(path: string, options?: RequestOptions) => Promise<T>;
	post: <T>(path: string, body?: unknown, options?: RequestOptions) => Promise<T>;
	patch: <T>(path: string, body: unknown, version: number, signal?: AbortSignal) => Promise<T>;
	delete: <T>(path: string, options?: RequestOptions) => Promise<T>;
};
/** For `refetchInterval`: queries poll while the event stream is broken. */
export declare function usePolling(): number | false;
/** A refused or failed request, with what the server said about it. */
export declare class ProblemError extends Error {
	readonly name = "ProblemError";
	readonly problem: Problem;
	constructor(problem: Problem);
	/** The last part of the problem's type, such as `name-taken`. */
	get slug(): string;
	get status(): number;
	get fieldErrors(): FieldError[];
}
/** The logged-in user, on pages that only a logged-in user sees. */
export declare function useMe(): User;
/** How far an unfinished job is, and what it does at the moment. */
export declare function JobProgress({ job, }: {
	job: Pick<Job, "kind" | "action" | "state" | "progress"> & Partial<Pick<Job, "waitReason">>;
}): import("react").JSX.Element | null;
declare const NAMES: readonly [
	"q",
	"state",
	"sort",
	"columns",
	"density"
];
type Setting = (typeof NAMES)[number];
type ListSettings = Readonly<Record<Setting, string>>;
/** What a list shows, as it stands in the address: it can be reloaded, shared and gone back to. */
export interface ListAddress {
	/** What is typed into the search, at once. */
	text: string;
	/** What is searched for: the text once its reader has stopped typing. */
	q: string | undefined;
	state: string | undefined;
	/** The order, as `sort=` of the server names it: `name`, `-createdAt`. */
	sort: string | undefined;
	/** Whether anything is left out. */
	active: boolean;
	/** All that the address says, or the view that it begins with. */
	settings: ListSettings;
	/** What that view says, where there is one. */
	view: ListSettings | undefined;
	setText: (text: string) => void;
	setState: (state: string | undefined) => void;
	setSort: (sort: string | undefined) => void;
	/** Changes some of the settings at once. */
	set: (changed: Partial<ListSettings>) => void;
	clear: () => void;
}
interface ChosenView {
	view: SavedView | undefined;
	settings: ListSettings | undefined;
	/** Whether it is known yet what the list is to show. */
	ready: boolean;
	/** Whether there is no such view, or none that the reader may see. */
	missing: boolean;
}
/**
 * Reads the address of a list that can be saved as a view.
 *
 * @param list under this name the list's views and its reader's preferences are kept: lower case, with the id of whoever
 *   contributes it
 */
declare function useViewedAddress(list: string): {
	address: ListAddress;
	chosen: ChosenView;
};
/** Something that a menu offers: a place to go to, or something to do. */
export type MenuItem = {
	id: string;
	label: string;
	icon?: IconName;
	/** What takes something away. */
	danger?: boolean;
	/** Why it can't be done at the moment. */
	unavailable?: string | undefined;
	/** A line sets it and what follows apart from what stands above. */
	apart?: boolean;
} & ({
	to: string;
} | {
	run: () => void;
});
/**
 * A button with a menu, as the ARIA practices have it: arrow keys, Home, End and first letters move, Escape closes it and gives
 * the focus back, Tab leaves it. Its items are made when it opens. Children stay mounted while it is closed, so that a question
 * that one of them raised outlives the menu.
 */
export declare function Menu({ label, icon, button, className, head, items, children, }: {
	label: string;
	icon?: IconName;
	/** What the button shows in the place of an icon. */
	button?: ReactNode;
	/** Classes of the button, in the place of those of a plain one. */
	className?: string;
	/** Stands above the items. */
	head?: ReactNode;
	items?: () => readonly MenuItem[];
	children?: ReactNode;
}): import("react").JSX.Element;
/** A column of a list. Its cell is drawn again only when its row is another object. */
export interface ListColumn<T> {
	/** Unique in its list: under this it is remembered whether it is shown. */
	id: string;
	label: string;
	/** Whether the label is for those only who can't see the column. */
	unlabelled?: boolean;
	/** What the order by this column is called in `sort=`; a column without it can't be sorted by. */
	sort?: string;
	/** Whether a first click sorts the largest or newest first. */
	descends?: boolean;
	/** What names the row, which can't be hidden. */
	always?: boolean;
	/** Whether it is shown only to those who ask for it. */
	hidden?: boolean;
	/** Whether a value says by itself what it is: on a small screen, where rows are cards, others stand beside their label. */
	bare?: boolean;
	/** In pixels; columns without it share what is left, by the classes of their heads. */
	width?: number | undefined;
	/** Classes of the head, for the width; of the cell, which is a row of its own on a small screen where none are given. */
	headClass?: string | undefined;
	cellClass?: string | undefined;
	cell: (row: T) => ReactNode;
}
/** What a list shows, as an infinite query or a simple one tells it. */
export interface ListRows<T> {
	data: T[] | undefined;
	error: Error | null;
	isPlaceholderData: boolean;
	hasNextPage?: boolean;
	isFetchingNextPage?: boolean;
	fetchNextPage?: () => Promise<unknown>;
	refetch: () => Promise<unknown>;
}
type Density = "comfortable" | "compact";
interface ListLayout {
	density: Density;
	/** The columns shown, in their order; undefined as long as nothing was chosen. */
	columns?: readonly string[] | undefined;
}
/** What something is to be done to: these, or all that is searched for. */
export type Chosen = {
	ids: readonly string[];
	count: number;
} | {
	q: string | undefined;
	state: string | undefined;
	count: number;
};
/** A state that a list can be narrowed to. */
export interface ListState {
	value: string;
	label: string;
	/** How many there are; undefined as long as nobody knows. */
	count?: number | undefined;
}
/** What can be said in the search of a list. */
export interface SearchKey {
	key: string;
	/** What it means, in words. */
	hint: string;
	/** Whether the server knows a set of values for it; the others are parts of texts. */
	sign: ":" | "~";
	values?: readonly SearchValue[] | undefined;
}
interface SearchValue {
	value: string;
	hint?: string | undefined;
}
interface ListParts<T> {
	/** Under this name it is remembered how the list is to be seen. */
	id: string;
	title: string;
	/** Beside the title. */
	actions?: ReactNode;
	/** Below the title: what this is a list of, where that has to be said. */
	about?: string;
	columns: readonly ListColumn<T>[];
	rows: ListRows<T>;
	/** How many there are, with those that are not loaded; where it is not given, all are loaded. */
	total?: number | undefined;
	/** What the address says, from `useListAddress`. */
	address: ListAddress;
	nameOf: (row: T) => string;
	/** The address of the page that shows a row, if there is one. */
	pathOf?: ((row: T) => string) | undefined;
	search?: {
		label: string;
		placeholder: string;
		keys: readonly SearchKey[];
		/** What the server does not understand, if that is why there are no rows. */
		error?: {
			text: string;
			remedy?: string | undefined;
		} | undefined;
	};
	states?: {
		label: string;
		options: readonly ListState[];
		total?: number | undefined;
		/** Whether something else says which states are meant, so that none of these is chosen. */
		searched?: boolean;
	};
	/** What a row offers. */
	menu?: (row: T) => readonly MenuItem[];
	/** The facts of a row, beside the list. */
	panel?: (row: T) => ReactNode;
	/** What can be done to what is selected; without it nothing can be. */
	bulk?: (chosen: Chosen, clear: () => void) => ReactNode;
	/** Beside the title: the views of the list, as it is seen at the moment. */
	views?: (layout: ListLayout) => ReactNode;
	/** Between the search and the rows. */
	notices?: ReactNode;
	/** Beside the search, such as more filters. */
	tools?: ReactNode;
	failed: string;
	/** Where there is nothing, and where nothing is found. */
	empty: ReactNode;
	none: ReactNode;
}
/** A list that can be saved as its reader sees it, for themselves or for everybody. */
declare function ViewedListPage<T extends {
	id: string;
}>({ all, chosen, ...parts }: Omit<ListParts<T>, "views"> & {
	/** What the list is called where no view is chosen. */
	all: string;
	/** The view that its address names, which its `address` begins with. */
	chosen: ChosenView;
}): import("react").JSX.Element;
type Look = "primary" | "secondary" | "ghost" | "danger" | "dangerGhost";
interface Content$1 {
	look?: Look;
	icon?: IconName | undefined;
	children: ReactNode;
}
/**
 * A button. What can't be done at the moment stays focusable and says so (`aria-disabled`), because a control
 * that is disabled while it has the focus throws a keyboard's user back to the top of the page.
 */
export declare function Button({ look, icon, children, unavailable, className, onClick, type, ...rest }: Content$1 & {
	unavailable?: boolean;
} & ComponentProps<"button">): import("react").JSX.Element;
export declare function LinkButton({ look, icon, children, to, className, }: Content$1 & {
	to: string;
	className?: string;
}): import("react").JSX.Element;
/** A button that is only a picture; its name is spoken and shown as a tooltip. */
export declare function IconButton({ icon, label, className, ...rest }: {
	icon: IconName;
	label: string;
} & Omit<ComponentProps<"button">, "children">): import("react").JSX.Element;
/** Asks before what can't be undone. Cancel comes first and has the focus. */
export declare function ConfirmDialog({ title, text, confirm, keep, busy, error, onConfirm, onClose, }: {
	title: string;
	text: ReactNode;
	confirm: string;
	/** The word for leaving things as they are, where "Cancel" would be misunderstood. */
	keep?: string;
	busy: boolean;
	error?: ReactNode;
	onConfirm: () => void;
	onClose: () => void;
}): import("react").JSX.Element;
/** Copies a text. Browsers have no clipboard for pages without TLS (other than localhost): then it is not shown. */
export declare function CopyButton({ text, label }: {
	text: string;
	label: string;
}): import("react").JSX.Element | null;
/** The menu of a page about one thing. */
export declare function ActionMenu({ label, items, children, }: {
	label: string;
	items?: () => readonly MenuItem[];
	children?: ReactNode;
}): import("react").JSX.Element;
interface Back {
	to: string;
	label: string;
}
/**
 * The head of a page about one thing, which stays in view: its name and state, what one would most likely do with it, a menu with
 * the rest, and its views. On a screen that is so low that little would be left below it, it scrolls away.
 */
export declare function DetailHeader({ title, lang, back, state, labels, actions, tabs, }: {
	title: string;
	/** The language of the title, where it may be another than the page's. */
	lang?: string;
	back: Back;
	state?: ReactNode;
	labels?: ReactNode;
	/** One action, and the menu with the others. */
	actions?: ReactNode;
	tabs?: ReactNode;
}): import("react").JSX.Element;
/** The outline of a page about one thing. */
export declare function DetailSkeleton({ label }: {
	label: string;
}): import("react").JSX.Element;
/**
 * A modal dialog: the browser keeps the focus inside and gives it back. Whether Escape closes it is for its owner to say;
 * the browser asks only once before it closes one on its own, which is then opened again until the owner takes it away.
 * React hands on what happens to a dialog to the one around it, which it does not concern. It stands apart from what asked for
 * it, which may be hidden meanwhile, such as a menu.
 */
export declare function Dialog({ title, children, onClose, }: {
	title: string;
	children: ReactNode;
	onClose: () => void;
}): import("react").ReactPortal;
/** How long something took, or has been going on. */
export declare function Duration({ from, to }: {
	from: string;
	to: string | null;
}): import("react").JSX.Element;
/** Nothing is here: says why, and what to do about it. */
export declare function EmptyState({ picture, title, text, action, }: {
	picture?: ReactNode;
	title: string;
	text: string;
	action?: ReactNode;
}): import("react").JSX.Element;
/** Names and values, in as many columns as fit. */
export declare function Facts({ children }: {
	children: ReactNode;
}): import("react").JSX.Element;
export declare function Fact({ name, wide, children, }: {
	name: string;
	/** Takes a whole line. */
	wide?: boolean;
	children: ReactNode;
}): import("react").JSX.Element;
interface FieldControl {
	id: string;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
}
/** A labelled control with its hint and its errors, tied together for screen readers. */
export declare function Field({ id: givenId, label, hint, optional, errors, children, }: {
	id?: string;
	label: string;
	hint?: ReactNode;
	optional?: string | undefined;
	errors?: string[];
	children: (control: FieldControl) => ReactNode;
}): import("react").JSX.Element;
type Value = string | number;
/** What a list that is loaded as a whole is searched and sorted by. */
export interface LocalList<T> {
	/** The texts that words are looked for in. */
	texts: (row: T) => readonly string[];
	/** The values by which it is sorted, each under the name that its column has in `sort`. */
	orders: Readonly<Record<string, (row: T) => Value>>;
}
/** Has the page search and sort a list that the server gives as a whole, as it would otherwise. */
export declare function useLocalRows<T>(rows: ListRows<T>, { q, sort }: Pick<ListAddress, "q" | "sort">, list: LocalList<T>): ListRows<T>;
/** In the place of the rows where the search and the filters leave none. */
export declare function NothingFound({ onClear }: {
	onClear: () => void;
}): import("react").JSX.Element;
/** In the place of what could not be loaded. */
export declare function LoadError({ error, title, onRetry, }: {
	error: Error;
	title: string;
	onRetry: () => void;
}): import("react").JSX.Element;
interface Content$2 {
	icon?: IconName | undefined;
	children: ReactNode;
}
interface Doing extends Content$2 {
	harmful?: boolean | undefined;
	/** Why it can't be done; undefined where it can. */
	unavailable?: string | undefined;
	onChoose: () => void;
}
/**
 * Something to do. What can't be done at the moment can be reached all the same, and says why. Outside of a menu it is a button.
 */
export declare function Action(doing: Doing): import("react").JSX.Element;
/** A way to another page. */
export declare function MenuWay({ icon, to, children }: Content$2 & {
	to: string;
}): import("react").JSX.Element;
/** One of several; the menu stays open, so that the choice is seen. */
export declare function MenuChoice<T extends string>({ label, options, value, onChange, }: {
	label: string;
	options: {
		value: T;
		label: string;
		lang?: string;
	}[];
	value: T;
	onChange: (value: T) => void;
}): import("react").JSX.Element;
/** A line between what belongs together and the next. */
declare function MenuSeparator(): import("react").JSX.Element;
declare const TONES: {
	fail: string;
	warn: string;
	busy: string;
};
/** Something to know before going on. */
export declare function Notice({ tone, icon, title, children, alert, className, ref, }: {
	tone: keyof typeof TONES;
	icon?: IconName;
	title: string;
	children?: ReactNode;
	/** Read out at once when it appears. */
	alert?: boolean;
	className?: string;
	ref?: Ref<HTMLDivElement>;
}): import("react").JSX.Element;
export declare function PageHeader({ title, documentTitle, back, aside, actions, }: {
	title: ReactNode;
	documentTitle?: ReactNode;
	/** The list that this belongs to; a page without one is such a list. */
	back?: Back;
	aside?: ReactNode;
	actions?: ReactNode;
}): import("react").JSX.Element;
/** A sheet of paper with a heading. */
export declare function Panel({ title, actions, children, className, }: {
	title: string;
	actions?: ReactNode;
	children: ReactNode;
	className?: string;
}): import("react").JSX.Element;
type GlyphShape = "lit" | "empty" | "paused" | "working" | "waiting" | "done" | "broken" | "missing";
type Tone = "live" | "busy" | "quiet" | "warn" | "fail";
/** A state: sign, colour and word say the same, so that none of them is needed alone. */
export declare function Pill({ tone, shape, children, }: {
	tone: Tone;
	shape: GlyphShape;
	children: ReactNode;
}): import("react").JSX.Element;
/** What went wrong, as the server tells it, with what the reader can do about it. */
export declare function ProblemNotice({ error, title, alert, className, ref, }: {
	error: Error | Problem;
	title?: string | undefined;
	alert?: boolean;
	className?: string;
	ref?: Ref<HTMLDivElement>;
}): import("react").JSX.Element;
export declare function ProgressBar({ percent, label, className, }: {
	percent: number;
	label: string;
	className?: string;
}): import("react").JSX.Element;
/** `3 min ago`; the exact time is one hover away. */
export declare function RelativeTime({ at }: {
	at: string;
}): import("react").JSX.Element;
/** Holds the place of what is still on its way. Its size is given by classes and equals that of the real thing. */
export declare function Skeleton({ className }: {
	className?: string;
}): import("react").JSX.Element;
/**
 * A table that becomes a list of cards on a small screen: rows turn into grids, the header hides from view but
 * not from screen readers. Explicit roles keep the table a table for them although its display changes.
 */
export declare function Table({ label, head, children, }: {
	label: string;
	head: ReactNode;
	children: ReactNode;
}): import("react").JSX.Element;
export declare function HeadCell({ children, className }: {
	children: ReactNode;
	className?: string;
}): import("react").JSX.Element;
export declare function Row({ children }: {
	children: ReactNode;
}): import("react").JSX.Element;
export declare function Cell({ children, className }: {
	children: ReactNode;
	className?: string;
}): import("react").JSX.Element;
/** Labels. One such as `prod/web` is a place in a tree: what is above it stands back. */
export declare function Tags({ tags }: {
	tags: readonly string[];
}): import("react").JSX.Element[];
/** What is worked with at the left, what is looked up at the right; on a small screen one under the other. */
export declare function TwoColumns({ main, side }: {
	main: ReactNode;
	side: ReactNode;
}): import("react").JSX.Element;
/** Something that is on or off, and changes at once. */
export declare function Switch({ label, hint, checked, unavailable, onChange, }: {
	label: string;
	hint?: string | undefined;
	checked: boolean;
	unavailable?: boolean;
	onChange: (checked: boolean) => void;
}): import("react").JSX.Element;
type Outcome = "done" | "fail";
interface ToastAction {
	label: string;
	run: () => void;
}
type Say = (text: string, outcome?: Outcome, action?: ToastAction) => void;
export declare function useToast(): Say;

export {
	Image$1 as Image,
	MenuSeparator as ActionSeparator,
	ViewedListPage as ListPage,
	useViewedAddress as useListAddress,
};

export {};
